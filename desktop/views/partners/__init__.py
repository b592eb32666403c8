"""The register of partners: to whom an employer can be referred, and whom to call there."""
