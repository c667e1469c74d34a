from bot.chat.slack import Finding, examine
from tests.chat.slack.server import APP_TOKEN, BOT_TOKEN, SlackServer


async def found(slack: SlackServer, *, bot: str = BOT_TOKEN, app: str = APP_TOKEN) -> list[Finding]:
    return await examine(bot, app, web_url=slack.url)


async def test_a_sound_set_up_passes_every_check() -> None:
    async with SlackServer() as slack:
        findings = await found(slack)
    assert [(name, passed) for name, passed, _ in findings] == [
        ("bot token", True),
        ("permissions", True),
        ("app token", True),
    ]
    assert "@newsbell in Test" in findings[0][2]


async def test_a_wrong_bot_token_is_named() -> None:
    async with SlackServer() as slack:
        name, passed, says = (await found(slack, bot="xoxb-wrong"))[0]
    assert (name, passed) == ("bot token", False)
    assert "SLACK_BOT_TOKEN" in says


async def test_a_wrong_app_token_is_named() -> None:
    async with SlackServer() as slack:
        name, passed, says = (await found(slack, app="xapp-wrong"))[-1]
    assert (name, passed) == ("app token", False)
    assert "SLACK_APP_TOKEN" in says


async def test_a_missing_permission_says_to_reinstall() -> None:
    async with SlackServer(scopes="commands,chat:write") as slack:
        _, passed, says = (await found(slack))[1]
    assert not passed
    assert "channels:read, groups:read" in says
    assert "slack-manifest.yaml" in says


async def test_leaving_the_history_out_is_no_fault() -> None:
    async with SlackServer(scopes="commands,chat:write,channels:read,groups:read") as slack:
        _, passed, says = (await found(slack))[1]
    assert passed
    assert "sent twice" in says


async def test_leaving_out_who_is_an_admin_is_no_fault_and_is_told() -> None:
    async with SlackServer() as slack:
        slack.scopes = slack.scopes.replace("users:read,", "")
        _, passed, says = (await found(slack))[1]
    assert passed
    assert "without users:read admins of the workspace are taken for others" in says


async def test_a_refused_socket_says_what_to_allow() -> None:
    async with SlackServer() as slack:
        slack.accepts_sockets = False
        _, passed, says = (await found(slack))[-1]
    assert not passed
    assert "wss" in says


async def test_a_slack_that_cannot_be_reached_is_a_finding_and_no_crash() -> None:
    slack = SlackServer()
    async with slack:
        pass
    assert [passed for _, passed, _ in await found(slack)] == [False, False]
