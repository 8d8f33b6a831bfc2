package org.dealgraph.architecture.planted.article;

/** A planted breach. */
public class KnowsArticle {
    public org.dealgraph.architecture.planted.graph.Store breach;
}
