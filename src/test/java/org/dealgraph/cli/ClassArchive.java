package org.dealgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The class path of these tests with its folders packed as jars, and an archive of its classes, which nearly halves what
 * the start of each process costs. Made by the first test that starts one, for all forks, and again when a class changes.
 */
final class ClassArchive {

    private static final Path FOLDER = Path.of("target", "processes").toAbsolutePath();
    private static final Path ARCHIVE = FOLDER.resolve("classes.jsa");
    private static final List<String> ENTRIES =
            List.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                    .split(File.pathSeparator));
    private static final List<String> OPTIONS = options();

    private ClassArchive() {}

    /** What a JVM is to be started with. */
    static List<String> classPath() {
        return OPTIONS;
    }

    private static List<String> options() {
        try {
            Files.createDirectories(FOLDER);
            try (FileChannel lock = FileChannel.open(
                            FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = lock.lock()) {
                if (!Files.exists(ARCHIVE) || newest() > ARCHIVE.toFile().lastModified()) {
                    make();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not archive the classes of these tests", e);
        }
        return List.of("-XX:SharedArchiveFile=" + ARCHIVE, "-Xlog:cds=off", "-Xlog:aot=off", "-cp", path());
    }

    private static void make() throws IOException {
        Files.deleteIfExists(ARCHIVE);
        ENTRIES.stream().filter(ClassArchive::isFolder).forEach(ClassArchive::pack);
        Path data = FOLDER.resolve("data");
        List<String> options =
                List.of("-XX:ArchiveClassesAtExit=" + ARCHIVE, "-Xlog:cds=off", "-Xlog:aot=off", "-cp", path());
        try {
            CommandRun run =
                    CommandRun.of(CommandRun.builder(options, data, "runs").start());
            assertThat(run.code()).as(run.err()).isZero();
        } catch (Exception e) {
            throw new IOException("could not run once to see which classes are needed", e);
        }
    }

    private static void pack(String folder) {
        int code = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--no-compress", "--file", packed(folder), "-C", folder, ".");
        assertThat(code).as("packing " + folder).isZero();
    }

    private static String path() {
        return ENTRIES.stream()
                .map(entry -> isFolder(entry) ? packed(entry) : entry)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isFolder(String entry) {
        return Files.isDirectory(Path.of(entry));
    }

    private static String packed(String folder) {
        return FOLDER.resolve(Path.of(folder).getFileName() + ".jar").toString();
    }

    private static long newest() throws IOException {
        long newest = 0;
        for (String folder : ENTRIES.stream().filter(ClassArchive::isFolder).toList()) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                newest = Math.max(
                        newest,
                        files.mapToLong(f -> f.toFile().lastModified()).max().orElse(0));
            }
        }
        return newest;
    }
}
