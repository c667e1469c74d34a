"""Runs the steps over the connection that `bot.store.schema` hands in; Alembic asks for this file."""

from alembic import context

from bot.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # also on SQLite: a step that fails leaves nothing behind
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
