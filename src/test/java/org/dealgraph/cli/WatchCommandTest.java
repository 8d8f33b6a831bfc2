package org.dealgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dealgraph.api.RunningServer;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Neo4jTest;
import org.dealgraph.pipeline.Intake;
import org.dealgraph.pipeline.RunningApplication;
import org.dealgraph.pipeline.Wiped;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command that looks after watches, beside a running server. */
@ExtendWith(Neo4jTest.class)
class WatchCommandTest {

    private final GraphStore store;
    private RunningServer server;

    @TempDir
    Path data;

    WatchCommandTest(GraphStore store) {
        this.store = store;
    }

    @BeforeEach
    void start() throws Exception {
        server = RunningServer.on(store);
        server.bean(Intake.class).take(RunningApplication.read(Map.of("stake.txt", """
                Amazon puts money into Anthropic

                August 3, 2026

                Amazon will invest $5 billion in Anthropic.
                """)));
        Files.writeString(
                data.resolve("server.json"),
                RunningServer.write(Map.of("url", server.address().toString(), "key", RunningServer.KEY)));
    }

    @AfterEach
    void stop() {
        server.close();
        Wiped.articlesAndDecisions(store);
        store.run(tx -> tx.run("MATCH (w:Watch) DETACH DELETE w").consume());
    }

    @Test
    void a_watch_is_added_listed_shown_and_removed() {
        assertThat(watch(
                        "add",
                        "From a shell",
                        "party=anthropic",
                        "minimumDollars=1000000000",
                        "amountTo=9000000000",
                        "cause=news,backfill",
                        "publishedFrom=2026-08"))
                .contains("From a shell", "/feeds/deals.atom?watch=w-", "/feeds/deals.ics?watch=w-");
        assertThat(watch("list"))
                .contains(
                        "amountTo=9000000000&cause=BACKFILL,NEWS&currency=USD&minimumDollars=1000000000&party=anthropic"
                                + "&publishedFrom=2026-08");
        assertThat(watch("show", "from a shell")).contains("Amazon").contains("Anthropic");
        assertThat(watch("add", "From a shell")).contains("there is a watch of this name already");
        assertThat(watch("remove", "From a shell")).contains("removed w-");
        assertThat(watch("list")).isEmpty();
        assertThat(watch("show", "From a shell")).contains("could not find a watch");
        assertThat(watch("add", "Wrong", "colour=red")).contains("unknown parameter: colour");
    }

    private String watch(String... words) {
        List<String> all = new ArrayList<>(List.of("watch"));
        all.addAll(List.of(words));
        all.addAll(List.of("--data", data.toString()));
        CommandLine line = DealgraphCommand.commandLine();
        StringWriter out = new StringWriter();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(out, true));
        line.execute(all.toArray(String[]::new));
        return out.toString();
    }
}
