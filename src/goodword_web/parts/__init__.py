"""The look: templates, template tags, charts, styles and icons."""
