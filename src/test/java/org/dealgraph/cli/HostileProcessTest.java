package org.dealgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dealgraph.pipeline.HostileDocuments;
import org.dealgraph.pipeline.HostileDocuments.Hostile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole process with a heap of 256 MiB reads every hostile document, claims and all, and goes on to the next. */
class HostileProcessTest {

    @Test
    void a_small_process_reads_every_hostile_document_and_the_good_one_after_them(@TempDir Path folder)
            throws Exception {
        Path documents = Files.createDirectory(folder.resolve("documents"));
        int number = 0;
        for (Map.Entry<String, Hostile> kind : HostileDocuments.all().entrySet()) {
            Path own = Files.createDirectory(documents.resolve("%03d".formatted(number++)));
            Files.write(own.resolve(kind.getValue().file()), kind.getValue().body());
        }
        Files.writeString(
                documents.resolve("good.txt"),
                "OpenAI signs with Oracle\n\n"
                        + "September 10, 2025\n\n"
                        + "OpenAI has signed a contract to buy $300 billion of computing power from Oracle.\n");
        ProcessBuilder builder = CommandRun.builder(folder.resolve("data"), "extract", documents.toString());
        builder.command().add(1, "-Xmx256m");
        CommandRun run = CommandRun.of(builder.start());

        assertThat(run.err()).doesNotContain("OutOfMemoryError", "StackOverflowError", "root:x:0");
        assertThat(run.code()).as(run.err()).isLessThanOrEqualTo(1);
        assertThat(run.out().lines().filter(line -> line.contains("\"good\"")).toList())
                .singleElement()
                .asString()
                .contains("300");
        assertThat(run.out()).doesNotContain("root:x:0");
    }
}
