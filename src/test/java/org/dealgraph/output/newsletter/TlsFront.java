package org.dealgraph.output.newsletter;

import com.icegreen.greenmail.util.GreenMail;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** STARTTLS (RFC 3207) in front of a GreenMail server, which has none itself: everything after the handshake is GreenMail's. */
final class TlsFront implements AutoCloseable {

    private static final String PASSWORD = "changeit";

    private final ServerSocket socket;
    private final SSLContext keys;
    private final int behind;
    private final boolean offered;
    private final List<String> clear = new CopyOnWriteArrayList<>();

    private TlsFront(GreenMail behind, Path store, boolean offered) throws Exception {
        this.behind = behind.getSmtp().getPort();
        this.offered = offered;
        this.keys = context(store);
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** @param offered whether it says that it knows STARTTLS */
    static TlsFront of(GreenMail behind, Path store, boolean offered) throws Exception {
        return new TlsFront(behind, store, offered);
    }

    /** A new key of a server called localhost, signed by itself. */
    static Path key(Path folder, String host) throws Exception {
        Path store = folder.resolve(host + ".p12");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "mail",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        if (made.waitFor() != 0) {
            throw new IllegalStateException("could not make a key for the test");
        }
        return store;
    }

    /** Trusts the key in a store and no other. */
    static SSLSocketFactory trusting(Path store) throws Exception {
        return context(store).getSocketFactory();
    }

    private static SSLContext context(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("mail", keys.getCertificate("mail"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Every line that came in before TLS. */
    List<String> clear() {
        return clear;
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
            say(line, "220 front");
            for (String said = read(line); said != null; said = read(line)) {
                clear.add(said);
                if (said.startsWith("EHLO")) {
                    say(line, offered ? "250-front\r\n250 STARTTLS" : "250 front");
                } else if (said.equals("STARTTLS")) {
                    say(line, "220 go on");
                    secure(line);
                    return;
                } else if (said.startsWith("QUIT")) {
                    return;
                } else {
                    say(line, "530 5.7.0 first STARTTLS");
                }
            }
        } catch (IOException e) {
            // A client that does not trust the key hangs up, which one test is about.
            return;
        }
    }

    private void secure(Socket line) throws IOException {
        try (SSLSocket secret = (SSLSocket) keys.getSocketFactory().createSocket(line, null, line.getPort(), false);
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            secret.setUseClientMode(false);
            secret.startHandshake();
            read(server);
            Thread back = Thread.ofVirtual().start(() -> pipe(server, secret));
            pipe(secret, server);
            back.interrupt();
        }
    }

    private static void pipe(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[8192];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                out.write(bytes, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // One side has hung up; the other side's pipe ends as well.
            return;
        }
    }

    private static void say(Socket line, String words) throws IOException {
        line.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        line.getOutputStream().flush();
    }

    /** One line, and not a byte more: what follows may be TLS. */
    private static @Nullable String read(Socket line) throws IOException {
        StringBuilder said = new StringBuilder();
        for (int c = line.getInputStream().read();
                c != '\n';
                c = line.getInputStream().read()) {
            if (c < 0) {
                return null;
            }
            said.append((char) c);
        }
        return said.toString().strip();
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
