package org.vizgate.sample;

import java.util.List;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;

/**
 * Workbooks of one site, as far as one caller may see them.
 *
 * @param workbooks in Tableau's order
 * @param total how many Tableau says there are; more than {@code workbooks} when the list was cut
 */
record WorkbookList(List<Workbook> workbooks, int total) {
    private static final JsonProvider JSON = JsonProvider.provider();

    WorkbookList {
        workbooks = List.copyOf(workbooks);
    }

    /** Whether these are all of them. */
    boolean isComplete() {
        return workbooks.size() >= total;
    }

    JsonObject toJson() {
        JsonArrayBuilder list = JSON.createArrayBuilder();
        for (Workbook workbook : workbooks) {
            list.add(JSON.createObjectBuilder().add("id", workbook.id()).add("name", workbook.name()));
        }
        return JSON.createObjectBuilder()
                .add("workbooks", list)
                .add("total", total)
                .add("complete", isComplete())
                .build();
    }
}
