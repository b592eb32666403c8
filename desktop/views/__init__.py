"""The window: the only folder with Qt (besides desktop/app.py). Never SQLAlchemy, httpx or keyring."""
