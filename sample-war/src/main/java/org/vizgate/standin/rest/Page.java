package org.vizgate.standin.rest;

import java.util.List;

import org.vizgate.standin.http.Call;
import org.vizgate.standin.http.Parameters;

/** The part of a list that a caller asks for; pages count from one. A page after the last one is empty. */
record Page(int number, int size) {
    private static final int MAX_SIZE = 1000;
    private static final int USUAL_SIZE = 100;

    static Page of(Call call) {
        Parameters parameters = Parameters.parse(call.query());
        if (parameters.hasRepeated()) {
            throw RestFault.badRequest("A parameter was sent more than once.");
        }
        int size = number(parameters, "pageSize", USUAL_SIZE);
        int number = number(parameters, "pageNumber", 1);
        if (size < 1 || size > MAX_SIZE) {
            throw RestFault.pageSize();
        }
        if (number < 1) {
            throw RestFault.badRequest("pageNumber must be 1 or more.");
        }
        return new Page(number, size);
    }

    private static int number(Parameters parameters, String name, int otherwise) {
        String text = parameters.one(name).orElse(String.valueOf(otherwise));
        if (!text.matches("-?\\d{1,9}")) {
            throw RestFault.badRequest(name + " must be a whole number.");
        }
        return Integer.parseInt(text);
    }

    <T> List<T> of(List<T> all) {
        return all.stream().skip((number - 1L) * size).limit(size).toList();
    }

    Answer answer(int total) {
        return Answer.element("pagination")
                .attribute("pageNumber", String.valueOf(number))
                .attribute("pageSize", String.valueOf(size))
                .attribute("totalAvailable", String.valueOf(total));
    }
}
