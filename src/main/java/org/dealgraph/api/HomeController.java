package org.dealgraph.api;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.dealgraph.pipeline.Holdings;

/** Tells someone who opens the server's address in a browser what is there. */
@Controller("/")
@ExecuteOn(TaskExecutors.BLOCKING)
final class HomeController {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Dealgraph</title>
            <meta name="viewport" content="width=device-width">
            <link rel="alternate" type="application/atom+xml" title="Dealgraph" href="/feeds/deals.atom">
            <link rel="alternate" type="application/rss+xml" title="Dealgraph" href="/feeds/deals.rss">
            <link rel="alternate" type="application/feed+json" title="Dealgraph" href="/feeds/deals.json">
            <style>body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem;color:#1b1f24;background:#fff}
            code,pre{background:#f2f4f6;border-radius:4px}code{padding:.1em .3em}pre{padding:1rem;overflow:auto}</style></head>
            <body><h1>Dealgraph</h1>
            <p>Who has committed what to whom in AI infrastructure, with the sentence behind every number.</p>
            <p>This graph holds %s.</p>
            <p>GraphQL answers at <code>/graphql</code>. For example:</p>
            <pre>{ deals(orderBy: LARGEST, first: 5) {
                nodes { title independentSources
                  terms { text stage
                    supports { evidence { quote } article { address label } } } } } }</pre>
            <p><a href="/briefings">A briefing on the last seven days</a> says in plain sentences what is new, how big, how firm, and what is in doubt.</p>
            <p>What changes comes as <a href="/feeds/deals.atom">Atom</a>, <a href="/feeds/deals.rss">RSS</a>,
            <a href="/feeds/deals.json">JSON Feed</a> and <a href="/feeds/deals.ics">calendar</a>; <a href="/feeds/deals.opml">a list of feeds</a>.</p>
            </body></html>
            """;

    private final Holdings holdings;

    HomeController(Holdings holdings) {
        this.holdings = holdings;
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    String home() {
        return PAGE.formatted(holdings.summary());
    }
}
