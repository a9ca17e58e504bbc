"use strict";

const { commands, window, workspace } = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

let client;

function options() {
  const settings = workspace.getConfiguration("goodword");
  const [command, ...args] = settings.get("command");
  const files = settings.get("files");
  return {
    server: { command, args, transport: TransportKind.stdio },
    client: {
      documentSelector: [
        { scheme: "file", language: "goodword" },
        { scheme: "untitled", language: "goodword" },
        // A policy that the editor calls Markdown is a policy all the same.
        ...files.map((pattern) => ({ scheme: "file", language: "markdown", pattern })),
      ],
    },
  };
}

async function start() {
  const { server, client: clientOptions } = options();
  client = new LanguageClient("goodword", "Goodword", server, clientOptions);
  try {
    await client.start();
  } catch (problem) {
    window.showErrorMessage(
      `Goodword could not be started with "${server.command}". Install it with ` +
        `pip install "goodword[lsp]", or name it in the setting goodword.command. (${problem.message})`,
    );
  }
}

async function stop() {
  if (client !== undefined && client.needsStop()) {
    await client.stop();
  }
  client = undefined;
}

async function activate(context) {
  context.subscriptions.push(
    commands.registerCommand("goodword.restart", async () => {
      await stop();
      await start();
    }),
    workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration("goodword")) {
        await stop();
        await start();
      }
    }),
  );
  await start();
}

module.exports = { activate, deactivate: stop };
