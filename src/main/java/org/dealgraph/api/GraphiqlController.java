package org.dealgraph.api;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.util.StringUtils;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** GraphiQL from our own files, which are read once at the start; it loads nothing from elsewhere. */
@Controller("/graphiql")
@Requires(property = "dealgraph.graphiql", notEquals = StringUtils.FALSE)
final class GraphiqlController {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self' data:; "
                    + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String JARS = "/META-INF/resources/webjars/";
    private static final Map<String, String> FILES = Map.of(
            "index.html", "/graphiql/index.html",
            "start.js", "/graphiql/start.js",
            "start.css", "/graphiql/start.css",
            "graphiql.js", JARS + "graphiql/2.4.7/graphiql.min.js",
            "graphiql.css", JARS + "graphiql/2.4.7/graphiql.min.css",
            "react.js", JARS + "react/18.3.1/umd/react.production.min.js",
            "react-dom.js", JARS + "react-dom/18.3.1/umd/react-dom.production.min.js");

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    GraphiqlController() {
        FILES.forEach((name, resource) -> files.put(name, read(resource)));
    }

    @Get
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> page() {
        return file("index.html");
    }

    @Get("/{name}")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> file(@PathVariable String name) {
        byte @Nullable [] bytes = files.get(name);
        if (bytes == null) {
            return HttpResponse.notFound();
        }
        return HttpResponse.ok(bytes)
                .header(HttpHeaders.CONTENT_TYPE, type(name))
                .header(HttpHeaders.CACHE_CONTROL, name.endsWith(".html") ? "no-cache" : "max-age=3600")
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff");
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            default -> "text/javascript; charset=utf-8";
        };
    }

    private static byte[] read(String resource) {
        try (InputStream in = GraphiqlController.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("could not find a file of GraphiQL: " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read a file of GraphiQL: " + resource, e);
        }
    }
}
