"""How forms are drawn."""

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """Draws forms and fields with the templates under `parts/`."""

    form_template_name = "parts/form.html"
    field_template_name = "parts/field.html"
