package org.dealgraph.pipeline;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.dealgraph.fetch.FetchSettings;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.WebAddress;
import org.dealgraph.pipeline.Refusal.Code;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/** Articles that persons and programs hand in: as a text, by an address, or as a file. All take the same way in. */
@Singleton
public final class Submissions implements AutoCloseable {

    /** The longest text that is taken, in characters. */
    public static final int LONGEST_TEXT = 200_000;

    private static final int LONGEST_ADDRESS = 2_000;
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_PUBLISHER = 200;
    private static final int MOST_FETCHES = 4;
    private static final Duration LONGEST_FETCH = Duration.ofSeconds(6);

    private final Audit audit;
    private final Intake intake;
    private final Inputs inputs;
    private final Documents documents = new Documents();
    private final Semaphore fetches = new Semaphore(MOST_FETCHES);
    private final Clock clock = Clock.systemUTC();

    Submissions(Audit audit, Intake intake, FetchSettings web) {
        this.audit = audit;
        this.intake = intake;
        this.inputs = new Inputs(web.timeout().compareTo(LONGEST_FETCH) > 0 ? web.within(LONGEST_FETCH) : web);
    }

    /**
     * A text, and what who hands it in knows of it.
     *
     * @param text with paragraphs apart by an empty line
     * @param title or null, where the first short line of the text is one
     * @param published or null, where the text says it
     * @param publisher or null
     * @param address where it stands on the web, or null
     */
    public record HandedIn(
            String text,
            @Nullable String title,
            @Nullable PartialDate published,
            @Nullable String publisher,
            @Nullable String address) {}

    /** Takes in a text. */
    public Carried text(Order order, HandedIn in) {
        if (in.text().isBlank()) {
            throw new Refusal(Code.BAD_INPUT, "text", "the text is empty");
        }
        bound("text", in.text(), LONGEST_TEXT);
        bound("title", in.title(), LONGEST_TITLE);
        bound("publisher", in.publisher(), LONGEST_PUBLISHER);
        String address = in.address() == null
                ? "text:"
                        + Order.digest(in.text().getBytes(StandardCharsets.UTF_8))
                                .substring(0, 32)
                : address(in.address()).canonical().href();
        return carryOut(order, List.of(documents.read(in, address, clock.instant())), Intake.newRun(), true);
    }

    /** Asks the web for what stands at an address, politely, and takes it in. */
    public Carried address(Order order, String address) {
        String wanted = address(address).href();
        return audit.find(order).orElseGet(() -> carryOut(order, fetch(wanted), Intake.newRun(), true));
    }

    /** Takes in what a file held; a file that holds nothing that can be read is not refused but reported. */
    public Carried file(
            Order order, String name, byte[] body, @Nullable String contentType, Instant seen, @Nullable String run) {
        return carryOut(
                order, documents.read(name, body, contentType, seen), run == null ? Intake.newRun() : run, false);
    }

    private Carried carryOut(Order order, List<Input> read, String run, boolean refusing) {
        boolean readable = read.stream().anyMatch(Input.Document.class::isInstance);
        if (refusing && !readable) {
            String why = read.stream()
                    .filter(Input.Unreadable.class::isInstance)
                    .map(input -> ((Input.Unreadable) input).reason())
                    .findFirst()
                    .orElse("it holds no article");
            throw new Refusal(Code.UNREADABLE, null, why);
        }
        Function<TransactionContext, List<IntakeReport>> work = intake.prepare(read, run);
        return audit.carryOut(order, tx -> Effect.of(run, work.apply(tx)));
    }

    private List<Input> fetch(String address) {
        if (!fetches.tryAcquire()) {
            throw new Refusal(Code.BUSY, null, MOST_FETCHES + " addresses are being asked already: try again later");
        }
        try {
            return inputs.read(address);
        } finally {
            fetches.release();
        }
    }

    private static WebAddress address(String text) {
        bound("address", text, LONGEST_ADDRESS);
        return WebAddress.parse(text)
                .filter(a -> a.username().isEmpty() && a.password().isEmpty())
                .orElseThrow(() -> new Refusal(
                        Code.BAD_INPUT, "address", "this is no address of the web: begin it with https://"));
    }

    private static void bound(String argument, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            throw new Refusal(
                    Code.TOO_LARGE,
                    argument,
                    "%s: at most %d characters are taken, not %d".formatted(argument, longest, text.length()));
        }
    }

    @Override
    @PreDestroy
    public void close() {
        inputs.close();
    }
}
