package org.dealgraph.output;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.dealgraph.api.BriefingAsks;
import org.dealgraph.api.Gate;
import org.dealgraph.briefing.BriefingException;
import org.dealgraph.briefing.Briefings;
import org.dealgraph.briefing.RenderedBriefing;
import org.dealgraph.briefing.RenderedBriefing.Format;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.model.Scope;
import org.dealgraph.output.mail.MailFile;
import org.dealgraph.output.mail.MailSettings;
import org.jspecify.annotations.Nullable;

/**
 * Briefings as pages and files: by default on the last seven days. With {@code template} a newsletter writer sees at once
 * what their templates make of it.
 */
@Controller("/briefings")
@ExecuteOn(TaskExecutors.BLOCKING)
final class BriefingController {

    private static final int WEEK = 6;
    private static final int KEPT_CHARACTERS = 8 << 20;
    private static final int LONGEST = 2_000;
    private static final Clock CLOCK = Clock.systemUTC();
    private static final List<String> PARAMETERS =
            List.of("since", "until", "organization", "deal", "watch", "question", "note", "template");

    private final Briefings briefings;
    private final BriefingAsks asks;
    private final GraphStore store;
    private final MailSettings sender;
    private final Cache<Key, Document> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT_CHARACTERS)
            .<Key, Document>weigher((key, document) -> 200 + document.body().length)
            .build();

    BriefingController(Briefings briefings, BriefingAsks asks, GraphStore store, MailSettings sender) {
        this.briefings = briefings;
        this.asks = asks;
        this.store = store;
        this.sender = sender;
    }

    /** The same question on the same day to the same graph has the same answer. */
    private record Key(String state, LocalDate today, Format format, TreeMap<String, String> asked) {}

    @Get
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> latest(HttpRequest<?> request) {
        return answer(request, Format.HTML);
    }

    @Get("/deals.{suffix}")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> briefing(HttpRequest<?> request, @PathVariable String suffix) {
        Optional<Format> format = Arrays.stream(Format.values())
                .filter(f -> f.suffix().equals(suffix))
                .findFirst();
        return format.isEmpty()
                ? Document.problem(HttpStatus.NOT_FOUND, "no briefing has this form: use html, md, txt, eml or json")
                : answer(request, format.get());
    }

    private HttpResponse<byte[]> answer(HttpRequest<?> request, Format format) {
        var caller = Gate.caller(request);
        if (!caller.may(Scope.READ)) {
            HttpStatus status = caller.isAnonymous() ? HttpStatus.UNAUTHORIZED : HttpStatus.FORBIDDEN;
            return Document.problem(status, "reading needs a key with the scope READ");
        }
        try {
            return document(asked(request.getParameters()), format).answer(request);
        } catch (BriefingException.Unsupported e) {
            return Document.problem(HttpStatus.CONFLICT, message(e));
        } catch (BriefingException | IllegalArgumentException | DateTimeException e) {
            return Document.problem(HttpStatus.BAD_REQUEST, message(e));
        }
    }

    private static String message(RuntimeException e) {
        return SafeText.cut(SafeText.clean(String.valueOf(e.getMessage())), LONGEST);
    }

    private static TreeMap<String, String> asked(HttpParameters parameters) {
        TreeMap<String, String> asked = new TreeMap<>();
        for (String name : parameters.names()) {
            String value = parameters.get(name);
            if (!PARAMETERS.contains(name)) {
                throw new BriefingException(
                        "could not use a parameter: there is none of this name; use " + String.join(", ", PARAMETERS));
            }
            if (value != null && value.length() > LONGEST) {
                throw new BriefingException("could not use " + name + ": longer than " + LONGEST + " characters");
            }
            if (value != null && !value.isBlank()) {
                asked.put(name, value.strip());
            }
        }
        return asked;
    }

    private Document document(TreeMap<String, String> asked, Format format) {
        LocalDate today = LocalDate.now(CLOCK);
        Key key = new Key(store.state(), today, format, asked);
        Document known = asked.containsKey("template") ? null : kept.getIfPresent(key);
        if (known != null) {
            return known;
        }
        Document made = make(asked, format, today);
        kept.put(key, made);
        return made;
    }

    private Document make(TreeMap<String, String> asked, Format format, LocalDate today) {
        LocalDate until = day(asked.get("until"), today);
        LocalDate since = day(asked.get("since"), until.minusDays(WEEK));
        BriefingAsks.Named named = new BriefingAsks.Named(
                asked.get("organization"), asked.get("deal"), asked.get("watch"), asked.get("question"));
        RenderedBriefing rendered = briefings.render(
                briefings.write(asks.of(named, since, until)), format, asked.get("note"), asked.get("template"));
        return format == Format.MAIL
                ? Document.of(MailFile.TYPE, mail(rendered, until), null)
                : Document.of(format.type(), rendered.text(), null);
    }

    /** Dated when its last day is over, so that it does not change from one reading to the next. */
    private String mail(RenderedBriefing rendered, LocalDate until) {
        return MailFile.of(
                sender.sender().orElse(null),
                rendered,
                until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static LocalDate day(@Nullable String text, LocalDate otherwise) {
        return text == null ? otherwise : LocalDate.parse(text);
    }
}
