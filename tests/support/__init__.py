"""What tests share: builders, a real centre, a played one, and what every test is checked for.

Thousands of tests must pass on two cores within a quarter of an hour, lint and types included.
What a kind of test costs, in processor time:

    a rule, a value, an item model                          under 5 ms
    a handler or query on one database (`region`)           20 ms
    a window on a `StagedLaptop`                            a quarter of a second, every other page a tenth
    a `World` with its own centre                           a tenth of a second
    a laptop of it (`World.laptop`), filled                 a tenth of a second
    the same with `anew=True`, a first fill                 three quarters of a second
    the program as a process                                half a second to a second

So: a rule is tried as a rule and not through a window; one window sees many things; a word of the command
line runs in the test's own process (`Desk.run`) unless streams, signals or the exit are what it is about;
Hypothesis gets as many examples as find what it looks for, longer looks go to `make soak`. A test over two
seconds says why. `--durations=50` names the slow ones.
"""
