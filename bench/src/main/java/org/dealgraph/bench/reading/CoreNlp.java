package org.dealgraph.bench.reading;

import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.nio.file.Path;
import java.util.Properties;

/** The peer, Stanford CoreNLP (GPL), in a process of its own: {@code CoreNlp INGEST ROUNDS}. */
public final class CoreNlp {

    private CoreNlp() {}

    public static void main(String[] args) {
        Properties properties = new Properties();
        properties.setProperty("annotators", "tokenize,ssplit,pos,lemma,ner");
        properties.setProperty("ner.applyFineGrained", "false");
        properties.setProperty("threads", "1");
        StanfordCoreNLP pipeline = new StanfordCoreNLP(properties);
        Timed.run(Texts.of(Path.of(args[0])), Integer.parseInt(args[1]), text -> pipeline.annotate(new CoreDocument(text)));
    }
}
