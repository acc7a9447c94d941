// Asks the veraPDF engine for verdicts: reads lines "FLAVOUR<TAB>PATH", answers each with
// "FLAVOUR<TAB>PATH<TAB>conforms|violates|fails<TAB>what", one process for all files.
// The jar that carries the engine has lost its XML binding, so the rules are read with the JDK's DOM.

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

public class Verdicts {
    private static final Map<PDFAFlavour, ValidationProfile> PROFILES = new EnumMap<>(PDFAFlavour.class);
    private static final Map<String, String> FILES = Map.of(
        "2a", "PDFA-2A", "4", "PDFA-4", "ua1", "PDFUA-1", "ua2", "PDFUA-2-ISO32005");

    public static void main(String[] arguments) throws Exception {
        java.util.logging.LogManager.getLogManager().reset();
        var out = System.out;
        System.setOut(System.err);
        VeraGreenfieldFoundryProvider.initialise();
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = in.readLine()) != null; ) {
            String[] asked = line.split("\t", 2);
            out.println(line + "\t" + verdict(asked[0], new File(asked[1])));
            out.flush();
        }
    }

    private static String verdict(String name, File file) {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour, flavour);
             PDFAValidator validator = Foundries.defaultInstance()
                 .createValidator(profile(name, flavour), 3, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            return result.isCompliant() ? "conforms\t" : "violates\t" + failures(result);
        } catch (Exception error) {
            return "fails\t" + String.valueOf(error).replaceAll("\\s+", " ");
        }
    }

    private static String failures(ValidationResult result) {
        List<String> said = new ArrayList<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                said.add(assertion.getRuleId().getClause() + " " + assertion.getMessage().replaceAll("\\s+", " "));
            }
        }
        return String.join("; ", said);
    }

    private static ValidationProfile profile(String name, PDFAFlavour flavour) throws Exception {
        if (!PROFILES.containsKey(flavour)) {
            String path = "org/verapdf/pdfa/validation/" + FILES.get(name) + ".xml";
            try (InputStream in = Verdicts.class.getClassLoader().getResourceAsStream(path)) {
                Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
                PROFILES.put(flavour, Profiles.profileFromSortedValues(
                    flavour, Profiles.profileDetailsFromValues(name, name, "veraPDF", new Date(0)), "",
                    rules(root), variables(root)));
            }
        }
        return PROFILES.get(flavour);
    }

    private static SortedSet<Rule> rules(Element root) {
        SortedSet<Rule> rules = new TreeSet<>(new Profiles.RuleComparator());
        for (Element rule : descendants(root, "rule")) {
            Element id = child(rule, "id");
            Element error = child(rule, "error");
            List<ErrorArgument> facts = new ArrayList<>();
            for (Element fact : descendants(error, "argument")) {
                String key = fact.hasAttribute("name") ? fact.getAttribute("name") : null;
                facts.add(ErrorArgumentImpl.fromValues(fact.getTextContent(), key, null));
            }
            rules.add(Profiles.ruleFromValues(
                Profiles.ruleIdFromValues(
                    PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                    id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
                rule.getAttribute("object"),
                rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null,
                rule.getAttribute("tags"), text(rule, "description"), text(rule, "test"),
                Profiles.errorFromValues(text(error, "message"), facts), new ArrayList<>()));
        }
        return rules;
    }

    private static SortedSet<Variable> variables(Element root) {
        SortedSet<Variable> variables =
            new TreeSet<>(Comparator.comparing((Variable one) -> one.getName() + "|" + one.getObject()));
        for (Element one : descendants(root, "variable")) {
            variables.add(Profiles.variableFromValues(
                one.getAttribute("name"), one.getAttribute("object"), text(one, "defaultValue"), text(one, "value")));
        }
        return variables;
    }

    private static List<Element> descendants(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int at = 0; at < found.getLength(); at++) {
            elements.add((Element) found.item(at));
        }
        return elements;
    }

    private static Element child(Element parent, String name) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getNodeName().equals(name)) {
                return element;
            }
        }
        return null;
    }

    private static String text(Element parent, String name) {
        Element found = child(parent, name);
        return found == null ? null : found.getTextContent();
    }
}
