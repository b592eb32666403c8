"""Pure decisions over values and small facts; no SQL, no clock. They decide or raise `Weigering`."""
