package org.dealgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command, speaking to a running server. */
@ExtendWith(Neo4jTest.class)
class BriefingCommandTest {

    private static final String ARTICLE = """
            OpenAI signs Oracle contract

            March 10, 2026

            OpenAI has signed a contract to buy at least $300 billion of computing power from Oracle over five years.
            """;

    @TempDir
    private static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start(GraphStore store) {
        server = RunningServer.on(store);
        server.bean(Intake.class).take(RunningApplication.read(Map.of("oracle.txt", ARTICLE)));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private record Run(int code, String out, String err) {}

    private static Run run(String... words) {
        CommandLine line = DealgraphCommand.commandLine();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of("briefing", "--server", String.valueOf(server.address())));
        all.addAll(List.of("--data", folder.toString(), "--since", "2026-03-01", "--until", "2026-03-31"));
        all.addAll(List.of(words));
        int code = line.execute(all.toArray(String[]::new));
        return new Run(code, out.toString(), err.toString());
    }

    @Test
    void a_briefing_is_printed_as_markdown_with_the_editor_s_note() {
        Run run = run("--note", "Mind the *bound*.");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("# AI infrastructure deals, 1 March 2026 to 31 March 2026\n")
                .contains("OpenAI agreed to spend at least $300 billion with Oracle over five years")
                .contains("Mind the \\*bound\\*.");
    }

    @Test
    void a_folder_of_templates_is_used_and_the_mail_is_written_in_two_files() throws IOException {
        Path set = Files.createDirectories(folder.resolve("mine"));
        Files.writeString(set.resolve("mail.html"), "<p>{{#new}}{{#sentences}}{{text}}{{/sentences}}{{/new}}</p>");
        Path out = folder.resolve("mail.html");
        assertThat(run("--format", "mail", "--template", set.toString(), "--out", out.toString())
                        .code())
                .isZero();
        assertThat(Files.readString(out)).startsWith("<p>OpenAI agreed to spend");
        assertThat(Files.readString(folder.resolve("mail.html.txt"))).contains("WHAT IS NEW");
    }

    @Test
    void what_it_is_about_can_be_named_and_what_is_wrong_is_said() {
        assertThat(run("--organization", "Oracle", "--format", "TEXT").out()).startsWith("Oracle, 1 March 2026");
        assertThat(run("--question", "conflicts").out()).startsWith("# Where sources differ, ");
        assertThat(run("--organization", "Nobody at all"))
                .returns(ExitCode.UNAVAILABLE, Run::code)
                .satisfies(run -> assertThat(run.err()).contains("could not find the organization: Nobody at all"));
        assertThat(run("--organization", "a", "--deal", "b").code()).isEqualTo(ExitCode.USAGE);
        assertThat(run("--template", folder.resolve("none").toString()).err())
                .contains("could not find the folder of templates");
    }
}
