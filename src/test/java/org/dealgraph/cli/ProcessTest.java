package org.dealgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line as a process of its own, with the embedded graph. */
class ProcessTest {

    private static final Map<String, String> TEXTS = Map.of(
            "one.txt",
                    "Oracle contract\n\nOpenAI has signed a contract to buy $300 billion of computing power from Oracle.",
            "two.txt",
                    "Amazon invests\n\nAmazon is investing $5 billion in Anthropic, the companies said on April 20, 2026.",
            "three.txt",
                    "Nebius deal\n\nMicrosoft will pay Nebius $17.4 billion over five years for computing capacity.");

    private static String undisturbed = "";

    /** The first falls into the making of the store, which once left halves that could not be opened again. */
    @ParameterizedTest
    @ValueSource(strings = {"data/databases/neo4j", "password"})
    void a_killed_intake_that_is_started_again_gives_the_same_graph(String moment, @TempDir Path folder)
            throws Exception {
        Path texts = texts(folder);
        Path killed = folder.resolve("killed");
        Process process = CommandRun.start(killed, "ingest", texts.toString());
        awaitFile(process, killed.resolve(moment));
        process.destroyForcibly().waitFor();
        CommandRun again = run(killed, "ingest", texts.toString());
        assertThat(again.err()).isEmpty();
        assertThat(again.code()).isZero();
        assertThat(dump(killed)).isEqualTo(straight(folder, texts)).contains("\"deal\":{");
    }

    @Test
    void every_unreadable_input_is_named_and_the_exit_code_says_so(@TempDir Path folder) throws Exception {
        Path texts = texts(folder);
        Path huge = texts.resolve("huge.txt");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(200L << 20);
        }
        Files.writeString(texts.resolve("empty.txt"), "");
        Files.write(texts.resolve("picture.txt"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 1, 2, 3, 0, 0, 0});
        Files.writeString(texts.resolve("broken.xml"), "<rss>\n<channel><item>");
        CommandRun run = run(
                folder,
                "extract",
                texts.toString(),
                folder.resolve("absent.txt").toString());
        assertThat(run.code()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(run.err())
                .contains("huge.txt", "200 MiB", "empty.txt", "picture.txt", "broken.xml", "line 2", "absent.txt")
                .doesNotContain("\tat ");
        assertThat(run.out().lines()).hasSize(TEXTS.size());
    }

    @Test
    void an_unreachable_graph_is_named_with_the_fix(@TempDir Path folder) throws Exception {
        ProcessBuilder builder =
                CommandRun.builder(folder, "ingest", texts(folder).toString());
        builder.environment().put("NEO4J_URI", "bolt://127.0.0.1:1");
        CommandRun run = CommandRun.of(builder.start());
        assertThat(run.code()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(run.err()).contains("bolt://127.0.0.1:1", "NEO4J_URI").doesNotContain("\tat ");
    }

    @Test
    void a_running_server_is_asked_for_its_runs_checks_texts_and_takes_back(@TempDir Path folder) throws Exception {
        Path texts = texts(folder);
        Path data = folder.resolve("data");
        Process server = CommandRun.start(data, "serve", "--no-ledger", "--port", "0");
        try {
            awaitFile(server, data.resolve("server.json"));
            assertThat(run(data, "ingest", texts.toString()).code()).isZero();
            CommandRun runs = run(data, "runs");
            assertThat(runs.out()).contains("3 articles");
            String run = runs.out().split(" ")[0];
            String check =
                    run(data, "check", texts.resolve("one.txt").toString()).out();
            assertThat(check).contains("KNOWN", "SPEND OpenAI → Oracle", "[c-");
            CommandRun taken = run(data, "retract", "--run", run, "--why", "a test");
            assertThat(taken.out()).contains("taken back; 3 claims");
            assertThat(run(data, "check", texts.resolve("one.txt").toString()).out())
                    .contains("NEW");
            assertThat(run(data, "retract", "--run", run, "--undo").out()).contains("brought back; 3 claims");
            CommandRun unknown = run(data, "retract", "--source", "nobody");
            assertThat(unknown.code()).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(unknown.err()).contains("could not retract").doesNotContain("\tat ");
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    @ParameterizedTest
    @CsvSource({"--help, 0", "nonsense, 2", "serve --port x, 2"})
    void usage_is_explained_with_its_exit_code(String words, int code, @TempDir Path folder) throws Exception {
        CommandRun run =
                CommandRun.of(CommandRun.builder(folder, words.split(" ")).start());
        assertThat(run.code()).isEqualTo(code);
        assertThat(run.out() + run.err()).containsIgnoringCase("dealgraph");
    }

    /** The dump of an intake that nobody disturbed, made once. */
    private static String straight(Path folder, Path texts) throws Exception {
        if (undisturbed.isEmpty()) {
            Path straight = folder.resolve("straight");
            assertThat(run(straight, "ingest", texts.toString()).code()).isZero();
            undisturbed = dump(straight);
        }
        return undisturbed;
    }

    private static String dump(Path data) throws Exception {
        return run(data, "export").out();
    }

    private static Path texts(Path folder) throws IOException {
        Path texts = Files.createDirectories(folder.resolve("texts"));
        for (Map.Entry<String, String> text : TEXTS.entrySet()) {
            Path file = texts.resolve(text.getKey());
            Files.writeString(file, text.getValue());
            Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(1_780_000_000_000L));
        }
        return texts;
    }

    /** Returns as soon as the process has made a file, and so in the middle of its work. */
    private static void awaitFile(Process process, Path file) {
        while (!Files.exists(file)) {
            assertThat(process.isAlive()).as("the intake still runs").isTrue();
            Thread.onSpinWait();
        }
    }

    private static CommandRun run(Path data, String... words) throws Exception {
        return CommandRun.of(CommandRun.start(data, words));
    }
}
