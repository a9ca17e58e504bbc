"""What runs by itself: polling, wake-ups, daily duties, the demonstration."""
