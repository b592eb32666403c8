"""`werkregie demo`: a whole region on one machine, with real processes and a real PostgreSQL.

calling.py and forking.py make a process of each word, world.py starts and stops the parts, region.py fills
them, story.py plays and checks the storyline, pictures.py photographs the windows, running.py is the word
itself.
"""

from __future__ import annotations
