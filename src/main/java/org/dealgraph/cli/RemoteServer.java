package org.dealgraph.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.dealgraph.pipeline.Inputs;

/** A running server, spoken to over HTTP. */
final class RemoteServer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofMinutes(5);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    private final String url;
    private final String key;

    RemoteServer(String url, String key) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.key = key;
    }

    String url() {
        return url;
    }

    boolean answers() {
        try {
            health();
            return true;
        } catch (CommandException e) {
            return false;
        }
    }

    /** One line about the server's state; throws where it does not answer. */
    String health() {
        return send(request("/health").timeout(CONNECT).GET()).path("status").asText("unknown");
    }

    /** Takes one file or page in on the server, as part of a run: one node for each document in it. */
    JsonNode take(Inputs.Load.Loaded loaded, String run) {
        String query = "?name=" + encoded(loaded.name()) + "&seen="
                + encoded(loaded.seen().toString()) + "&run=" + encoded(run)
                + (loaded.contentType() == null ? "" : "&contentType=" + encoded(loaded.contentType()));
        return send(authorized("/intake" + query)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(loaded.body())));
    }

    /** The data of an answer to a question or order; throws where there is an error. */
    JsonNode ask(String document, Map<String, ?> variables) {
        String body = JSON.valueToTree(Map.of("query", document, "variables", variables))
                .toString();
        JsonNode answer = send(authorized("/graphql")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        JsonNode error = answer.path("errors").path(0);
        if (!error.isMissingNode()) {
            throw new CommandException("could not do that on the server at " + url + ": "
                    + error.path("message").asText());
        }
        return answer.path("data");
    }

    /** What stands at a path, which is JSON. */
    JsonNode get(String path) {
        return send(authorized(path).GET());
    }

    /** Makes a key; the answer holds it. */
    JsonNode createKey(JsonNode wanted) {
        return send(authorized("/keys")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(wanted.toString())));
    }

    /** Every key. */
    JsonNode listKeys() {
        return send(authorized("/keys").GET());
    }

    /** Takes a key back; empty where the server has none with this id. */
    Optional<JsonNode> revokeKey(String id) {
        JsonNode answer = send(authorized("/keys/" + encoded(id)).DELETE());
        return answer.has("id") ? Optional.of(answer) : Optional.empty();
    }

    /** Asks or orders something of newsletters, below {@code /newsletters}. */
    JsonNode newsletters(String method, String path) {
        JsonNode answer = send(authorized("/newsletters" + (path.isEmpty() ? "" : "/" + path))
                .method(method, HttpRequest.BodyPublishers.noBody()));
        JsonNode error = answer.path("errors").path(0);
        if (!error.isMissingNode()) {
            throw new CommandException(error.path("message").asText());
        }
        return answer;
    }

    private HttpRequest.Builder authorized(String path) {
        HttpRequest.Builder request = request(path).timeout(ANSWER);
        return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
    }

    private HttpRequest.Builder request(String path) {
        try {
            return HttpRequest.newBuilder(URI.create(url + path));
        } catch (IllegalArgumentException e) {
            throw new CommandException("could not read the server's address: '" + url + "' (use http://host:port)", e);
        }
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == 401 || response.statusCode() == 403) {
                throw new CommandException("could not do that on the server at " + url + ": "
                        + (key.isEmpty()
                                ? "it asks for a key, and none is known"
                                : "it does not know the key, or the key does not allow it")
                        + ": set DEALGRAPH_KEY, or --data to its data folder");
            }
            boolean answered = response.statusCode() / 100 == 2 || response.statusCode() == 404;
            if (!answered) {
                throw new CommandException(
                        "could not use the server at " + url + ": it answered " + response.statusCode());
            }
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new CommandException("could not use the server at " + url + ": it is not a Dealgraph server", e);
        } catch (IOException e) {
            throw new CommandException("could not reach the server at " + url + ": start it or correct the address", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("could not finish: interrupted", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
