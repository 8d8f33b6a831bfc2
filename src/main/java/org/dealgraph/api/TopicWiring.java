package org.dealgraph.api;

import graphql.schema.idl.RuntimeWiring;

/** The fetchers of one topic of the schema. */
interface TopicWiring {

    /** Adds them to the wiring. */
    void add(RuntimeWiring.Builder wiring);
}
