package org.dealgraph.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.claim.ClaimReader;
import org.dealgraph.claim.Explanation;
import org.dealgraph.claim.corpus.CorpusFormat;
import org.dealgraph.claim.quantity.Quantities;
import org.dealgraph.claim.quantity.QuantityLine;
import org.dealgraph.model.Article;
import org.dealgraph.model.Claim;
import org.dealgraph.model.PartialDate;
import org.dealgraph.pipeline.Input;
import org.dealgraph.pipeline.Inputs;
import org.dealgraph.pipeline.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the claims of documents; needs no graph. */
@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the claims that documents state, one line a document, in the corpus's format. Needs no graph.",
            "Reads .txt, .html, feed .xml and corpus .json files, folders of them, and addresses."
        })
final class ExtractCommand implements Callable<Integer> {

    /** What is printed. */
    enum Format {
        JSONL
    }

    @Parameters(arity = "1..*", paramLabel = "PATH|URL", description = "Files, folders and addresses.")
    private final List<String> paths = new ArrayList<>();

    @Option(names = "--format", description = "Format of the output: ${COMPLETION-CANDIDATES}.", defaultValue = "JSONL")
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"})
    private Format format;

    @Option(
            names = "--quantities",
            description = "Print every amount, measure and date instead, one line each with span and value.")
    private boolean quantities;

    @Option(
            names = "--explain",
            description =
                    "Say on standard error for each claim what made it: rule, weights, confidence, standing, bound, relation.")
    private boolean explain;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private int failed;

    @Override
    public Integer call() {
        try (Inputs inputs = new Inputs()) {
            List<String> names = inputs.list(paths, this::fail);
            Printer printer = names.isEmpty() ? d -> {} : quantities ? this::printQuantities : claims();
            try (Progress progress = Progress.of("Documents", names.size())) {
                for (String name : names) {
                    for (Input input : inputs.read(name)) {
                        switch (input) {
                            case Input.Document document -> printer.print(document);
                            case Input.Unreadable unreadable -> fail(unreadable);
                        }
                    }
                    progress.step();
                }
            }
        }
        return failed == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    private Printer claims() {
        Path ingest = new Settings(StoreOptions.home()).ingest();
        Catalogue catalogue = Catalogue.load(ingest);
        ClaimReader reader = ClaimReader.load(ingest, catalogue);
        CorpusFormat corpus = new CorpusFormat(catalogue);
        PrintWriter out = spec.commandLine().getOut();
        return document -> {
            List<Claim> claims = reader.read(document.article());
            out.println(CorpusFormat.line(document.id(), corpus.of(claims, day(document.article()))));
            if (explain) {
                reader.explain(document.article()).forEach(e -> explain(document.name(), e));
            }
        };
    }

    /** On the other stream, so that the output stays JSON Lines. */
    private void explain(String document, Explanation explanation) {
        Claim claim = explanation.claim();
        PrintWriter err = spec.commandLine().getErr();
        err.printf("%s: %s «%s»%n", document, claim.kind(), claim.evidence().quote());
        explanation.lines().forEach(line -> err.println("    " + line));
    }

    private void printQuantities(Input.Document document) {
        String text = document.article().text();
        Quantities.read(text, day(document.article()))
                .forEach(found -> spec.commandLine().getOut().println(QuantityLine.of(document.id(), found, text)));
    }

    private static @Nullable LocalDate day(Article article) {
        PartialDate published = article.published();
        return published == null ? null : published.latest();
    }

    private void fail(Input.Unreadable unreadable) {
        failed++;
        spec.commandLine().getErr().println("could not read " + unreadable.name() + ": " + unreadable.reason());
    }

    /** Prints what one document holds. */
    private interface Printer {
        void print(Input.Document document);
    }
}
