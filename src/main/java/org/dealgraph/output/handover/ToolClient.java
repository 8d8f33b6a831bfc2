package org.dealgraph.output.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.dealgraph.output.SafeText;

/** JSON over HTTP to a tool: no redirects, because they could carry a key elsewhere, and bounded answers. */
final class ToolClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST = 4 << 20;
    private static final int LONGEST_REASON = 200;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int SERVER_FAULT = 500;

    private final HttpClient client;
    private final Duration timeout;

    ToolClient(Duration timeout) {
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** An answer of a tool. */
    private record Answer(int status, String body) {}

    /** What is at an address; empty where nothing is. */
    Optional<JsonNode> find(String address, Map<String, String> headers) {
        Answer answer = send(request(address, headers).GET());
        return answer.status() == NOT_FOUND ? Optional.empty() : Optional.of(read(address, headers, answer));
    }

    JsonNode post(String address, Map<String, String> headers, String json) {
        return read(
                address,
                headers,
                send(request(address, headers)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))));
    }

    private HttpRequest.Builder request(String address, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .timeout(timeout)
                .header("Accept", "application/json")
                .header("User-Agent", "Dealgraph/0.1");
        try {
            headers.forEach(request::header);
        } catch (IllegalArgumentException e) {
            // The fault would tell the header's value, which is a key.
            throw new HandOverException("could not hand over: a key has characters that no key has", false, null);
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        HttpRequest built = request.build();
        try {
            HttpResponse<InputStream> response = client.send(built, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return new Answer(response.statusCode(), new String(body.readNBytes(LARGEST), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new HandOverException("could not reach " + built.uri().getHost() + ": " + e.getMessage(), true, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HandOverException("could not finish: interrupted", true, e);
        }
    }

    private static JsonNode read(String address, Map<String, String> headers, Answer answer) {
        if (answer.status() / 100 != 2) {
            boolean passing = answer.status() == TOO_MANY || answer.status() >= SERVER_FAULT;
            throw new HandOverException(
                    "could not hand over: " + URI.create(address).getHost() + " answered " + answer.status()
                            + reason(headers, answer.body()),
                    passing,
                    null);
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new HandOverException(
                    "could not hand over: " + URI.create(address).getHost() + " answered with what is not JSON",
                    false,
                    e);
        }
    }

    /** The beginning of what a tool said, without the key, should it repeat it. */
    private static String reason(Map<String, String> headers, String body) {
        String said = SafeText.clean(body);
        for (String secret : headers.getOrDefault("Authorization", "").split("[ :]")) {
            said = secret.length() < 6 ? said : said.replace(secret, "…");
        }
        return said.isEmpty() ? "" : ": " + SafeText.cut(said, LONGEST_REASON);
    }
}
