package org.dealgraph.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder that only its owner can read, on file systems that know owners. */
public final class PrivateFolder {

    private static final String POSIX = "posix";
    private final Path path;

    private PrivateFolder(Path path) {
        this.path = path;
    }

    /** Makes the folder where it is absent; one that is there keeps its permissions. */
    public static PrivateFolder at(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            if (!Files.isDirectory(absolute)) {
                Files.createDirectories(absolute);
                restrict(absolute, "rwx------");
            }
        } catch (IOException e) {
            throw new GraphException("could not make the folder " + absolute + ": " + reason(e), e);
        }
        if (!Files.isWritable(absolute)) {
            throw new GraphException("could not write to the folder " + absolute + ": permission denied");
        }
        return new PrivateFolder(absolute);
    }

    Path path() {
        return path;
    }

    /** The text of a file, or empty where it is not there. */
    public Optional<String> read(String name) {
        Path file = path.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new GraphException("could not read " + file + ": " + reason(e), e);
        }
    }

    /** Writes a file that only its owner can read; it is there as a whole or not at all. */
    public void write(String name, String text) {
        Path file = path.resolve(name);
        Path part = path.resolve(name + ".part");
        try {
            Files.deleteIfExists(part);
            Files.createFile(part);
            restrict(part, "rw-------");
            Files.writeString(part, text + "\n", StandardOpenOption.WRITE);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new GraphException("could not write " + file + ": " + reason(e), e);
        }
    }

    boolean holds(String name) {
        return Files.exists(path.resolve(name));
    }

    /** Deletes a file, or a folder with all that is in it; nothing where it is absent. */
    void delete(String name) {
        Path gone = path.resolve(name);
        if (!holds(name)) {
            return;
        }
        try (Stream<Path> files = Files.walk(gone)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new GraphException("could not delete " + gone + ": " + reason(e), e);
        }
    }

    private static void restrict(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains(POSIX)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private static String reason(IOException e) {
        String kind = e.getClass().getSimpleName().replace("Exception", "");
        return kind + " " + e.getMessage();
    }
}
