package org.dealgraph.graph;

import java.nio.file.Path;

/** A process that writes articles until it is killed, and says of each when it is committed. */
final class EndlessWriter {

    static final String COMMITTED = "committed ";

    private EndlessWriter() {}

    public static void main(String[] args) {
        try (GraphStore store = GraphStore.open(GraphSettings.embedded(Path.of(args[0])))) {
            ArticleRepository articles = new ArticleRepository(store.queries());
            for (int i = 0; ; i++) {
                String id = "a-" + i;
                store.run(tx -> articles.save(tx, Sample.article(id), Sample.RECORDING));
                System.out.println(COMMITTED + id);
            }
        }
    }
}
