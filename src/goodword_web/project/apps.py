from django.apps import AppConfig


class ProjectConfig(AppConfig):
    """Registers what lower apps may call: tasks, and who reacts to what."""

    name = "goodword_web.project"
    label = "project"

    def ready(self) -> None:
        """Register every task once the apps are loaded."""
        from goodword_web.project.registry import register_tasks  # noqa: PLC0415  (apps ready)

        register_tasks()
