package org.dealgraph.pipeline;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import org.dealgraph.deal.DealMaker;
import org.dealgraph.deal.Directory;
import org.dealgraph.deal.Gate;
import org.dealgraph.entity.Resolver;
import org.dealgraph.graph.JudgementRepository;
import org.dealgraph.model.Judgement;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/** Knows the rules under the stored judgements, and reads these again only when somebody changed them. */
@Singleton
final class Rulebook {

    private record Edition(long version, Rules rules) {}

    private final JudgementRepository judgements;
    private final Resolver resolver;
    private final Directory directory;
    private volatile @Nullable Edition edition;

    Rulebook(JudgementRepository judgements, Resolver resolver, Directory directory) {
        this.judgements = judgements;
        this.resolver = resolver;
        this.directory = directory;
    }

    /** The rules under what is stored. Not for a transaction that has saved judgements itself, since it may yet fail. */
    Rules at(TransactionContext tx) {
        long version = judgements.version(tx);
        Edition known = edition;
        if (known != null && known.version() == version) {
            return known.rules();
        }
        Rules rules = under(judgements.list(tx));
        edition = new Edition(version, rules);
        return rules;
    }

    /** The rules under what had been decided at an instant. */
    Rules at(TransactionContext tx, Instant instant) {
        return under(judgements.list(tx).stream()
                .filter(judgement -> !judgement.at().isAfter(instant))
                .toList());
    }

    /** The rules under some judgements. */
    Rules under(Collection<Judgement> all) {
        return new Rules(all, resolver.with(all), new DealMaker(directory, Gate.DEFAULT, all));
    }
}
