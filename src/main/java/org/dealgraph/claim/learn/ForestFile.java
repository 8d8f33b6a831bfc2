package org.dealgraph.claim.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * A forest as text that a person can read and a diff can show: the bias, then for each tree its nodes, "0: name <= 1.5 ?
 * 1 : 2" or "1: +0.0312".
 */
public final class ForestFile {

    private ForestFile() {}

    /** The forest as text. */
    public static String write(Forest forest) {
        StringJoiner out = new StringJoiner("\n", "", "\n");
        out.add("features " + String.join(" ", forest.features()));
        out.add("bias " + forest.bias());
        for (Tree tree : forest.trees()) {
            out.add("tree " + tree.size());
            for (int i = 0; i < tree.size(); i++) {
                int f = tree.feature()[i];
                out.add(
                        f < 0
                                ? i + ": " + tree.value()[i]
                                : i + ": " + forest.features().get(f) + " <= " + tree.threshold()[i] + " ? "
                                        + tree.left()[i] + " : " + tree.right()[i]);
            }
        }
        return out.toString();
    }

    /** The forest that {@link #write} wrote; anything else is an {@link IllegalArgumentException}. */
    public static Forest read(List<String> lines) {
        List<String> features =
                List.of(lines.get(0).substring("features ".length()).split(" "));
        double bias = Double.parseDouble(lines.get(1).substring("bias ".length()));
        List<Tree> trees = new ArrayList<>();
        for (int at = 2; at < lines.size() && lines.get(at).startsWith("tree "); ) {
            int n = Integer.parseInt(lines.get(at).substring("tree ".length()));
            trees.add(tree(lines.subList(at + 1, at + 1 + n), features));
            at += n + 1;
        }
        return new Forest(features, bias, trees);
    }

    private static Tree tree(List<String> lines, List<String> features) {
        int n = lines.size();
        Tree tree = new Tree(new int[n], new double[n], new int[n], new int[n], new double[n]);
        for (int i = 0; i < n; i++) {
            String[] part = lines.get(i).split(" ");
            tree.feature()[i] = -1;
            if (part.length == 2) {
                tree.value()[i] = Double.parseDouble(part[1]);
                continue;
            }
            tree.feature()[i] = features.indexOf(part[1]);
            if (tree.feature()[i] < 0) {
                throw new IllegalArgumentException("could not read a forest: unknown feature " + part[1]);
            }
            tree.threshold()[i] = Double.parseDouble(part[3]);
            tree.left()[i] = Integer.parseInt(part[5]);
            tree.right()[i] = Integer.parseInt(part[7]);
        }
        return tree;
    }
}
