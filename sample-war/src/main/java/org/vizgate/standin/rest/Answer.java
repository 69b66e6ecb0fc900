package org.vizgate.standin.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of an answer, before anyone knows whether it becomes XML or JSON: attributes, then either text or children.
 * Built by one thread, then only read.
 */
final class Answer {
    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Answer> children = new ArrayList<>();
    private String text = "";
    private boolean list;

    private Answer(String name) {
        this.name = name;
    }

    static Answer element(String name) {
        return new Answer(name);
    }

    /** The invisible root: what {@code tsResponse} is in XML and the outermost braces in JSON. */
    static Answer root(Answer... children) {
        Answer root = new Answer("tsResponse");
        root.children.addAll(List.of(children));
        return root;
    }

    /** An element whose children are entries, any number of them, all of one name. */
    static Answer list(String name, List<Answer> entries) {
        Answer list = new Answer(name);
        list.list = true;
        list.children.addAll(entries);
        return list;
    }

    Answer attribute(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    Answer child(Answer child) {
        children.add(child);
        return this;
    }

    /** Adds a child that holds nothing but text. */
    Answer child(String childName, String childText) {
        return child(element(childName).text(childText));
    }

    Answer text(String value) {
        text = value;
        return this;
    }

    String name() {
        return name;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    List<Answer> children() {
        return children;
    }

    boolean isList() {
        return list;
    }

    /** The text, unless there are children instead. */
    Optional<String> text() {
        return children.isEmpty() && !list ? Optional.of(text) : Optional.empty();
    }
}
