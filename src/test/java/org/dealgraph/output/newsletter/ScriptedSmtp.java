package org.dealgraph.output.newsletter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that says what the test wants: to MAIL, to RCPT by the recipient, after DATA and at the end of a mail. An
 * answer of {@code close} hangs up instead.
 */
final class ScriptedSmtp implements AutoCloseable {

    static final String CLOSE = "close";

    private final ServerSocket socket;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> words = new CopyOnWriteArrayList<>();

    ScriptedSmtp() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** What is said at a step: {@code MAIL}, or {@code RCPT}, {@code DATA} and {@code END} with the local part behind. */
    void say(String step, String answer) {
        answers.put(step, answer);
    }

    void forget() {
        answers.clear();
    }

    /** The local parts of the recipients whose mails came to their end, one for each mail. */
    List<String> taken() {
        return taken;
    }

    /** Every line that came in. */
    List<String> words() {
        return words;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket line = socket.accept();
                Thread.ofVirtual().start(() -> talk(line));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket line) {
        try (line) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = line.getOutputStream();
            say(out, "220 test");
            String to = "";
            for (String said = in.readLine(); said != null; said = in.readLine()) {
                words.add(said);
                String verb = said.split("[ :]")[0];
                if (verb.equals("RCPT")) {
                    to = said.replaceFirst(".*<([^@>]*)@.*", "$1");
                }
                String answer = answers.getOrDefault(
                        verb.equals("RCPT") || verb.equals("DATA") ? verb + " " + to : verb, usual(verb));
                if (!say(out, answer)) {
                    return;
                }
                if (answer.startsWith("354") && !say(out, end(in, to))) {
                    return;
                }
                if (verb.equals("QUIT")) {
                    return;
                }
            }
        } catch (IOException e) {
            // A line that breaks is what some of the tests are about.
            return;
        }
    }

    private String end(BufferedReader in, String to) throws IOException {
        @Nullable String said = in.readLine();
        while (said != null && !said.equals(".")) {
            words.add(said);
            said = in.readLine();
        }
        if (said == null) {
            return CLOSE;
        }
        taken.add(to);
        return answers.getOrDefault("END " + to, "250 2.0.0 taken");
    }

    private static String usual(String verb) {
        return switch (verb) {
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            default -> "250 fine";
        };
    }

    private static boolean say(OutputStream out, String answer) throws IOException {
        if (answer.equals(CLOSE)) {
            return false;
        }
        out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return true;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
