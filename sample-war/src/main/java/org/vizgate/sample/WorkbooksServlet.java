package org.vizgate.sample;

import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;

import org.vizgate.session.TableauCaller;

/** Lists the workbooks the caller may see in Tableau. */
@WebServlet("/api/workbooks")
public class WorkbooksServlet extends ApiServlet {
    private final transient TableauWorkbooks tableau = new TableauWorkbooks();

    @Override
    protected JsonObject answer(TableauCaller caller) throws TableauTrouble {
        return tableau.visibleTo(caller.session()).toJson();
    }
}
