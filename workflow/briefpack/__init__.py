"""Briefing packs for track I and track II peacemaking, in Word and Markdown, from structured YAML."""
