"""From YAML to checked questionnaires; pydantic and YAML are used only here."""
