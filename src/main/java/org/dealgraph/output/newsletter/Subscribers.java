package org.dealgraph.output.newsletter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dealgraph.model.Mailbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file of addresses: one a line, {@code #} begins a remark, a line that is no address is left out and told by its number. */
final class Subscribers {

    private static final Logger LOG = LoggerFactory.getLogger(Subscribers.class);
    private static final long LARGEST = 16L << 20;

    private Subscribers() {}

    /** By fingerprint, in the order of the file, each address once; none where there is no file. */
    static Map<String, Mailbox> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Map.of();
        }
        Map<String, Mailbox> subscribers = new LinkedHashMap<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Optional<Mailbox> mailbox = Mailbox.parse(line);
            if (mailbox.isEmpty()) {
                LOG.warn("{}:{}: is no address: left out", file.getFileName(), i + 1);
            }
            mailbox.ifPresent(m -> subscribers.putIfAbsent(m.fingerprint(), m));
        }
        return subscribers;
    }

    private static List<String> lines(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new NewsletterException(
                        "could not read the subscribers: " + file.getFileName() + " is larger than 16 MiB", null);
            }
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new NewsletterException("could not read the subscribers: " + file.getFileName(), e);
        }
    }
}
