package org.dealgraph.graph;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link GraphStore}, always over Bolt: one server for the whole run, empty of data before each test
 * class. {@code -Ddealgraph.test.neo4j=bolt://…} (with {@code .username} and {@code .password}) names a server to use;
 * {@code -Ddealgraph.test.docker=true} asks for a container, {@code false} forbids one; else a container serves where a
 * Docker engine answers, and an embedded server everywhere else.
 */
public final class Neo4jTest implements BeforeAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(Neo4jTest.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        server(context).wipe();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == GraphStore.class;
    }

    @Override
    public GraphStore resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return server(context).store();
    }

    private static TestServer server(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(TestServer.class, key -> TestServer.start(), TestServer.class);
    }
}
