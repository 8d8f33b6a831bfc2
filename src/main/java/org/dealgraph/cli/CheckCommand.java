package org.dealgraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.dealgraph.deal.Finding;
import org.dealgraph.model.Article;
import org.dealgraph.pipeline.Checks;
import org.dealgraph.pipeline.Input;
import org.dealgraph.pipeline.Inputs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says of each claim in a file how it stands to the graph. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Reads a file or page and prints each claim in it with its verdict against the graph: KNOWN, NEW,",
            "CONTRADICTS or STALE, why, and the ids of the claims that say so. Takes nothing in."
        })
final class CheckCommand implements Callable<Integer> {

    private static final String QUESTION =
            "query($text: String!) { checkText(text: $text) { verdict kind from to quote how claims { id } } }";

    @Parameters(arity = "1", paramLabel = "FILE|URL", description = "What to check.")
    @SuppressWarnings("NullAway.Init")
    private String file;

    @Mixin
    private final RemoteOptions remote = new RemoteOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private int failed;

    @Override
    public Integer call() {
        try (Inputs inputs = new Inputs()) {
            List<Input> read = inputs.read(file);
            Optional<RemoteServer> server = remote.find();
            if (server.isPresent()) {
                each(read, article -> ask(server.get(), article));
            } else {
                try (ApplicationContext context = remote.store.open()) {
                    Checks checks = context.getBean(Checks.class);
                    each(read, article -> checks.check(article).forEach(this::print));
                }
            }
        }
        return failed == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    private void each(List<Input> read, Consumer<Article> check) {
        for (Input input : read) {
            switch (input) {
                case Input.Document document -> check.accept(document.article());
                case Input.Unreadable unreadable -> {
                    failed++;
                    spec.commandLine()
                            .getErr()
                            .println("could not read " + unreadable.name() + ": " + unreadable.reason());
                }
            }
        }
    }

    /** The server is given the text alone, as one that is pasted into the API is. */
    private void ask(RemoteServer server, Article article) {
        String date = article.published() == null ? "" : article.published().text() + "\n\n";
        String title = article.text().startsWith(article.title()) ? "" : article.title() + "\n\n";
        server.ask(QUESTION, Map.of("text", date + title + article.text()))
                .path("checkText")
                .forEach(found -> print(
                        found.path("verdict").asText(),
                        found.path("kind").asText(),
                        texts(found.path("from")),
                        texts(found.path("to")),
                        found.path("quote").asText(),
                        found.path("how").asText(),
                        texts(found.path("claims"))));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.has("id") ? own(item.path("id").asText()) : item.asText()));
        return texts;
    }

    /** The claim's own id behind its global one. */
    private static String own(String global) {
        String plain = new String(Base64.getUrlDecoder().decode(global), StandardCharsets.UTF_8);
        return plain.substring(plain.indexOf(':') + 1);
    }

    private void print(Finding finding) {
        print(
                finding.verdict().name(),
                finding.claim().claim().kind().name(),
                finding.claim().from(),
                finding.claim().to(),
                finding.claim().claim().evidence().quote(),
                finding.how(),
                finding.claims());
    }

    private void print(
            String verdict,
            String kind,
            List<String> from,
            List<String> to,
            String quote,
            String how,
            List<String> claims) {
        spec.commandLine()
                .getOut()
                .printf(
                        "%-11s %s %s → %s%n            “%s”%n            %s%s%n",
                        verdict,
                        kind,
                        String.join(", ", from),
                        to.isEmpty() ? "–" : String.join(", ", to),
                        quote,
                        how,
                        claims.isEmpty() ? "" : " [" + String.join(" ", claims) + "]");
    }
}
