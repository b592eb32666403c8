"""The forms of a dossier: each opens in the work panel, keeps its draft, says at the field what is wrong."""
