"""Real service processes and real laptops over PostgreSQL, behind a line that fails: see `course`."""
