import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** Milliseconds for anything that the binary does; far more than it takes. */
const PATIENCE = 30_000;

/**
 * The binary of `TEAMMOA_SERVER`, serving on a free port of its own with an empty folder for its data.
 * It is configured by nothing else: neither by the environment of the tests nor by a `.env` file.
 */
export class Server {
  /** Everything that it said. */
  said = "";
  /** The beginning of all its addresses, as it says it, without a slash at the end. */
  origin = "";

  /** @param {string} folder */
  constructor(folder) {
    this.folder = folder;
  }

  /** Starts one and waits until it listens. @param {{ demo?: boolean }} [options] */
  static async start({ demo = false } = {}) {
    const server = new Server(await mkdtemp(join(tmpdir(), "teammoa-e2e-")));
    if (demo) {
      await server.#run("migrate");
      await server.#run("seed-demo");
    }
    server.child = server.#spawn("serve");
    const url = await server.#announced(/^ *Site +(http:\S+)\/$/);
    server.origin = url;
    return server;
  }

  /** Where it puts its mail. */
  get mailFolder() {
    return join(this.folder, "mail");
  }

  /** Stops it as an operator would, removes its folder, and fails unless it left in peace. */
  async stop() {
    const ended = once(this.child, "exit", { signal: AbortSignal.timeout(PATIENCE) });
    this.child.kill("SIGTERM");
    const [code, signal] = await ended;
    await rm(this.folder, { recursive: true });
    if (code !== 0) {
      throw new Error(`the server ended with ${code ?? signal} after SIGTERM:\n${this.said}`);
    }
  }

  async #run(command) {
    const [code] = await once(this.#spawn(command), "exit", { signal: AbortSignal.timeout(PATIENCE) });
    if (code !== 0) {
      throw new Error(`${command} ended with ${code}:\n${this.said}`);
    }
  }

  #spawn(command) {
    const binary = process.env.TEAMMOA_SERVER;
    if (!binary) {
      throw new Error("TEAMMOA_SERVER has to be the path of the binary; make test-browser sets it");
    }
    const child = spawn(binary, [command], {
      cwd: this.folder,
      env: { DATA_DIR: this.folder, BIND: "127.0.0.1:0" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (text) => (this.said += text));
    }
    const kill = () => child.kill("SIGKILL");
    process.once("exit", kill);
    child.once("exit", () => process.off("exit", kill));
    return child;
  }

  /** The first group of a line on standard output. @param {RegExp} pattern */
  async #announced(pattern) {
    const lines = createInterface({ input: this.child.stdout, signal: AbortSignal.timeout(PATIENCE) });
    for await (const line of lines) {
      const found = pattern.exec(line);
      if (found) {
        return found[1];
      }
    }
    throw new Error(`the server did not say where it is:\n${this.said}`);
  }
}
