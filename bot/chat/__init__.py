"""Where people type and are told: one package per platform, each implementing `bot.ports.Chat`.

To add a platform, add a package here with one class, and let `bot.app` make it when its token is set.
What the rest of the program relies on:

- `serve` connects and answers commands until it's cancelled, and raises when the connection can't be made or
  is lost for good. It may be called again, and uses a fresh client each time. Commands are acknowledged first
  (the platforms give three seconds), then answered; an event that comes twice is answered once.
- `post` raises nothing but the errors of `bot.errors.DeliveryError`, chosen by what is known: a message that
  surely wasn't sent is TryLater, Refused, ChannelGone or ChatDown; after a cut connection it is Unknown.
- `find` says whether a post stands in a channel, or raises Unknown when we may not look.
- `check` answers in a sentence that says what to do, and never raises.
- Everything that a feed or a person wrote is hostile: it pings nobody, breaks no markup, links nowhere but to
  the web (`bot.chat.text`), and is cut between graphemes to fit the platform's limits (`bot.chat.limits`).
- A platform's libraries are imported inside its package alone, which is imported when its token is set.
"""
