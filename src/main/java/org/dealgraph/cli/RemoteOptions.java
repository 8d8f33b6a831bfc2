package org.dealgraph.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which server to speak to, for every command that can. */
final class RemoteOptions {

    @Mixin
    final StoreOptions store = new StoreOptions();

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = {
                "Server to speak to (default: DEALGRAPH_URL, else the one that runs on --data).",
                "DEALGRAPH_KEY is the key to show to it; one that runs on --data needs none."
            },
            defaultValue = "${env:DEALGRAPH_URL}")
    private @Nullable String server;

    /** The server that was named, else the one that runs on the data folder; empty where none was named or runs. */
    Optional<RemoteServer> find() {
        Optional<ServerNote.Address> note = ServerNote.find(store.data());
        if (server != null && !server.isBlank()) {
            String url = server.strip();
            @Nullable String key = System.getenv("DEALGRAPH_KEY");
            if (key == null) {
                key = note.map(ServerNote.Address::key).orElse("");
            }
            RemoteServer named = new RemoteServer(url, key);
            named.health();
            return Optional.of(named);
        }
        return note.map(n -> new RemoteServer(n.url(), n.key())).filter(RemoteServer::answers);
    }
}
