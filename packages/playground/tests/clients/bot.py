"""A bot of discord.py, pointed at a playground: `API_URL=... TOKEN=... python3 bot.py`. What it can do: story.ts."""

import io
import os

import discord
import yarl
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route

Route.BASE = os.environ["API_URL"] + "/v10"
DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(
    os.environ["API_URL"].replace("http:", "ws:").replace("/api", "/gateway")
)

client = discord.Client(intents=discord.Intents(guilds=True, guild_messages=True))
tree = app_commands.CommandTree(client)


@tree.command(description="Says hello")
@app_commands.describe(name="Whom to greet")
async def hello(interaction: discord.Interaction, name: str):
    embed = discord.Embed(title=f"Hello {name}").add_field(name="runs", value="10")
    embed.set_footer(text="by a bot")
    await interaction.response.send_message(
        embed=embed, file=discord.File(io.BytesIO(b"ten runs"), "runs.txt")
    )


class Panel(discord.ui.LayoutView):
    def __init__(self, text: str):
        super().__init__(timeout=None)
        button = discord.ui.Button(label="Count", custom_id="count")
        button.callback = self.count
        row = discord.ui.ActionRow(button)
        self.add_item(discord.ui.Container(discord.ui.TextDisplay(text), row))

    async def count(self, interaction: discord.Interaction):
        await interaction.response.edit_message(view=Panel("Pressed once"))


@tree.command(description="Shows a panel")
async def panel(interaction: discord.Interaction):
    await interaction.response.send_message(view=Panel("Press me"))


class Form(discord.ui.Modal, title="A form"):
    answer = discord.ui.TextInput(label="Answer", custom_id="answer")

    async def on_submit(self, interaction: discord.Interaction):
        await interaction.response.send_message(f"You wrote {self.answer.value}")
        await interaction.followup.send("Thanks", ephemeral=True)


@tree.command(description="Opens a form")
async def form(interaction: discord.Interaction):
    await interaction.response.send_modal(Form())


@tree.command(description="Thinks first")
async def late(interaction: discord.Interaction):
    await interaction.response.defer()
    await interaction.edit_original_response(content="Done")


@client.event
async def on_message(message: discord.Message):
    if client.user in message.mentions and message.author != client.user:
        said = message.content.removeprefix(client.user.mention).strip()
        await message.reply(f"You said {said}")


@client.event
async def on_ready():
    # It knows the button before any message shows it: a test presses sooner than a person could.
    client.add_view(Panel("Press me"))
    await tree.sync()
    print("ready", flush=True)


client.run(os.environ["TOKEN"])
