package org.dealgraph.bench.polling;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The least that a poller can do: the JDK's HTTP client with ETags, and a StAX parser over what has changed. */
final class BareReader {

    private static final int AT_ONCE = 64;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> etags = new ConcurrentHashMap<>();
    private final AtomicInteger entries = new AtomicInteger();

    /** Polls each address once; answers with how many entries it saw in all. */
    int poll(List<String> addresses) {
        Semaphore places = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String address : addresses) {
                threads.submit(() -> {
                    places.acquire();
                    try {
                        ask(address);
                    } finally {
                        places.release();
                    }
                    return null;
                });
            }
        }
        return entries.get();
    }

    private void ask(String address) throws IOException, InterruptedException, XMLStreamException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        if (etags.containsKey(address)) {
            request.header("If-None-Match", etags.get(address));
        }
        var response = client.send(request.build(), BodyHandlers.ofByteArray());
        if (response.statusCode() == 200) {
            response.headers().firstValue("ETag").ifPresent(etag -> etags.put(address, etag));
            XMLStreamReader reader = XMLInputFactory.newDefaultFactory()
                    .createXMLStreamReader(new ByteArrayInputStream(response.body()));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT
                        && reader.getLocalName().equals("item")) {
                    entries.incrementAndGet();
                }
            }
        }
    }
}
