package org.dealgraph.pipeline;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.claim.ClaimReader;
import org.dealgraph.deal.Blocks;
import org.dealgraph.deal.Directory;
import org.dealgraph.entity.NameMatcher;
import org.dealgraph.entity.Resolver;

/** The stages as the pipeline uses them. They know nothing of each other or of this. */
@Factory
final class PipelineFactory {

    @Singleton
    Catalogue catalogue(Settings settings) {
        return Catalogue.load(settings.ingest());
    }

    @Singleton
    ClaimReader reader(Settings settings, Catalogue catalogue) {
        return ClaimReader.load(settings.ingest(), catalogue);
    }

    @Singleton
    Resolver resolver(Settings settings, Catalogue catalogue) {
        return new Resolver(catalogue, NameMatcher.load(settings.ingest()), List.of());
    }

    @Singleton
    Directory directory(Catalogue catalogue) {
        return Directory.of(catalogue);
    }

    @Singleton
    Blocks blocks(Directory directory) {
        return new Blocks(directory);
    }
}
