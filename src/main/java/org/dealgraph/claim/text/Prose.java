package org.dealgraph.claim.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dealgraph.model.Span;

/**
 * A text with its tokens and sentences; every span points into {@code text}.
 *
 * @param text the text itself
 * @param tokens all tokens in order
 * @param sentences all sentences in order; together they hold every token
 */
public record Prose(String text, List<Token> tokens, List<Sentence> sentences) {

    public Prose {
        tokens = List.copyOf(tokens);
        sentences = List.copyOf(sentences);
    }

    /** Reads a text, in time linear in its length. */
    public static Prose of(String text) {
        List<Token> tokens = Tokens.of(text);
        return new Prose(text, tokens, Sentences.of(text, tokens));
    }

    public Token token(int index) {
        return tokens.get(index);
    }

    public int size() {
        return tokens.size();
    }

    /** The token at an index, or none outside the text. */
    public Optional<Token> find(int index) {
        return index >= 0 && index < tokens.size() ? Optional.of(tokens.get(index)) : Optional.empty();
    }

    /** The tokens of a sentence. */
    public List<Token> tokens(Sentence sentence) {
        return tokens.subList(sentence.first(), sentence.end());
    }

    public String text(Sentence sentence) {
        return sentence.span().in(text);
    }

    /** The sentence that holds an offset, or the one before it where the offset falls between two. */
    public Optional<Sentence> sentenceAt(int offset) {
        int low = 0;
        int high = sentences.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (sentences.get(middle).span().start() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return sentences.isEmpty() ? Optional.empty() : Optional.of(sentences.get(low));
    }

    /** Index of the first token that ends after an offset; {@code size()} where there is none. */
    public int tokenAt(int offset) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (tokens.get(middle).end() > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** From the start of one token to the end of another. */
    public Span span(int first, int last) {
        return new Span(tokens.get(first).start(), tokens.get(last).end());
    }

    /** The sentences of each paragraph. */
    public List<List<Sentence>> paragraphs() {
        List<List<Sentence>> paragraphs = new ArrayList<>();
        int current = -1;
        for (Sentence sentence : sentences) {
            if (sentence.paragraph() != current) {
                paragraphs.add(new ArrayList<>());
                current = sentence.paragraph();
            }
            paragraphs.getLast().add(sentence);
        }
        return paragraphs;
    }
}
