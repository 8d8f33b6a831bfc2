package org.dealgraph.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.claim.ClaimReader;
import org.dealgraph.claim.corpus.CorpusFormat;
import org.dealgraph.claim.corpus.Evaluate;
import org.dealgraph.claim.corpus.Evaluation;
import org.dealgraph.claim.corpus.EvaluationReport;
import org.dealgraph.claim.corpus.Grounding;
import org.dealgraph.claim.train.StandingTraining;
import org.dealgraph.claim.train.Training;
import org.dealgraph.pipeline.Settings;
import org.dealgraph.pipeline.pairs.PairEvaluation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the claim reader on the annotated corpus, and the rules of identity on labelled pairs. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Prints precision, recall and F1 of the claim reader on ingest/corpus, and of the rules that say"
                + " which claims are one term or deal, and which names one organization. Needs no graph.")
final class EvaluateCommand implements Callable<Integer> {

    @Option(names = "--errors", paramLabel = "N", description = "Also print the worst N errors of training stories.")
    private int errors;

    @Option(
            names = "--predictions",
            paramLabel = "FILE",
            description = "Also write what was read, as the corpus's scorer takes it.")
    private @Nullable Path predictions;

    @Option(names = "--train", description = "First train the model again on the training stories (minutes).")
    private boolean train;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path ingest = new Settings(StoreOptions.home()).ingest();
        if (train) {
            spec.commandLine().getOut().println(Training.run(ingest));
            spec.commandLine().getOut().println(StandingTraining.run(ingest));
        }
        Catalogue catalogue = Catalogue.load(ingest);
        ClaimReader reader = ClaimReader.load(ingest, catalogue);
        Evaluation evaluation = Evaluate.evaluation(ingest, catalogue, reader::read);
        Grounding.Result grounding = Evaluate.grounding(evaluation, ingest, catalogue, reader::read);
        spec.commandLine().getOut().print(new EvaluationReport(evaluation, new CorpusFormat(catalogue)).text(errors));
        spec.commandLine().getOut().print(EvaluationReport.grounding(grounding));
        spec.commandLine()
                .getOut()
                .print(PairEvaluation.of(ingest, catalogue, reader).report());
        spec.commandLine().getOut().flush();
        if (predictions != null) {
            Evaluate.predictions(evaluation, predictions);
        }
        return grounding.sound() ? ExitCode.DONE : ExitCode.FAULT;
    }
}
