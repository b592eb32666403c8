"""The region's schedule of nazorg: its lines, and the form that settles one."""
