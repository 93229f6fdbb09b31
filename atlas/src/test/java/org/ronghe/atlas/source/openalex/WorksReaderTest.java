package org.ronghe.atlas.source.openalex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ronghe.atlas.source.RecordBatch;

class WorksReaderTest {
  private static final String OXFORD =
      "{'id':'https://openalex.org/I40120149','display_name':'University of Oxford',"
          + "'ror':'https://ror.org/052gg0110','country_code':'GB'}";
  private static final String BMJ =
      "{'ror':'https://ror.org/042fqyp44','id':null,'display_name':'Caf\\u00e9 \\'BMJ\\''}";

  @Test
  void readsAWork() {
    var batch =
        Lines.read(
            "",
            Lines.work(
                ",'type':'article','primary_topic':{'id':'T1','field':{'id':'F1','display_name':"
                    + "'Medicine'},'domain':{'display_name':'Health'}},'is_authors_truncated':true"),
            "  ");
    assertThat(batch.records()).isOne();
    assertThat(batch.lines()).isEqualTo(3);
    assertThat(batch.id(0)).isEqualTo("W1");
    assertThat(batch.kind(0)).isEqualTo("publication");
    assertThat(batch.year(0)).isEqualTo(2020);
    assertThat(batch.weight(0)).isOne();
    assertThat(batch.line(0)).isEqualTo(2);
    assertThat(batch.strings().get(batch.field(0))).isEqualTo("Medicine");
    assertThat(batch.has(0, RecordBatch.TRUNCATED)).isTrue();
    assertThat(batch.persons(0)).isOne();
    assertThat(Lines.contributions(batch, 0)).containsExactly("0:");
    assertThat(batch.rejects()).isEmpty();
  }

  @Test
  void takesMembersInAnyOrderAndTheLastOfOneName() {
    var batch =
        Lines.read(
            "{'authorships':[{'institutions':["
                + OXFORD
                + "]}],'is_retracted':false,'x':[{}],"
                + "'publication_year':1999,'publication_year':2021,'id':'W9','\\u0069d':'W10'}",
            "{'authorships':[{},{}],'authorships':[{'institutions':["
                + OXFORD
                + "],'institutions':[]}],'publication_year':2021,'id':'W11'}");
    assertThat(batch.id(0)).isEqualTo("W10");
    assertThat(batch.year(0)).isEqualTo(2021);
    assertThat(Lines.contributions(batch, 0))
        .containsExactly("0:I40120149/052gg0110 University of Oxford");
    assertThat(Lines.contributions(batch, 1)).containsExactly("0:");
  }

  @Test
  void countsEachInstitutionOfAPersonOnce() {
    var batch =
        Lines.read(
            Lines.authorships(
                "{'institutions':["
                    + OXFORD
                    + ","
                    + BMJ
                    + ","
                    + OXFORD
                    + "],"
                    + "'raw_affiliation_string':'Oxford and BMJ'}",
                "{'author':{'id':'A1'},'raw_affiliation_string':'BMJ','institutions':["
                    + BMJ
                    + "]}"));
    assertThat(batch.persons(0)).isEqualTo(2);
    assertThat(Lines.contributions(batch, 0))
        .containsExactly(
            "0:I40120149/052gg0110 University of Oxford",
            "0:/042fqyp44 Café \"BMJ\"",
            "1:/042fqyp44 Café \"BMJ\"");
    assertThat(batch.organisations().size()).isEqualTo(2);
  }

  @Test
  void firstGenerationPrintsWhatItCouldNotLink() {
    var batch =
        Lines.read(
            Lines.authorships(
                "{'institutions':[{'id':null,'display_name':'Dept A','ror':null},"
                    + OXFORD
                    + ",{'id':null,'display_name':'Dept A'}],'raw_affiliation_string':'all of it'}",
                "{'institutions':[],'raw_affiliation_string':'Dept B'}",
                "{'institutions':[{'id':null,'display_name':null}],'raw_affiliation_string':''}",
                "{'raw_affiliation_string':null}"));
    assertThat(Lines.contributions(batch, 0))
        .containsExactly(
            "0:\"Dept A\"",
            "0:I40120149/052gg0110 University of Oxford",
            "1:\"Dept B\"",
            "2:",
            "3:");
  }

  @Test
  void presentGenerationPrintsEachAffiliationLinkedToNothing() {
    var batch =
        Lines.read(
            Lines.authorships(
                "{'affiliations':[{'raw_affiliation_string':'Oxford','institution_ids':['I1']},"
                    + "{'raw_affiliation_string':'Lab','institution_ids':[]},"
                    + "{'institution_ids':[],'raw_affiliation_string':'Lab'},"
                    + "{'raw_affiliation_string':'Home'}],'institutions':["
                    + OXFORD
                    + "],'raw_affiliation_strings':['Oxford','Lab','Home']}",
                "{'institutions':[],'raw_affiliation_strings':['X','Y','X',''],'affiliations':[]}",
                "{'raw_affiliation_strings':['Z'],'institutions':[" + OXFORD + "]}",
                "{'institutions':[],'raw_affiliation_strings':[]}"));
    assertThat(Lines.contributions(batch, 0))
        .containsExactly(
            "0:I40120149/052gg0110 University of Oxford",
            "0:\"Lab\"",
            "0:\"Home\"",
            "1:\"X\"",
            "1:\"Y\"",
            "2:I40120149/052gg0110 University of Oxford",
            "3:");
  }

  @Test
  void takesTheTopConceptWhereThereIsNoTopic() {
    var concepts =
        "[{'display_name':'Deep','level':3,'score':'0.99'},"
            + "{'display_name':'Medicine','level':0,'score':'0.71'},"
            + "{'score':0.72,'level':0,'display_name':'Biology'},"
            + "{'display_name':'Physics','level':0,'score':0.72},"
            + "{'display_name':'Art','level':0,'score':null}]";
    assertThat(field(",'concepts':" + concepts)).isEqualTo("Biology");
    assertThat(field(",'primary_topic':null,'concepts':" + concepts)).isEqualTo("Biology");
    assertThat(field(",'concepts':" + concepts + ",'primary_topic':{'field':{'display_name':'M'}}"))
        .isEqualTo("M");
    assertThat(field(",'concepts':[{'display_name':'Art','level':0}]")).isEqualTo("Art");
    assertThat(Lines.read(Lines.work(",'concepts':[]")).field(0)).isEqualTo(-1);
  }

  @Test
  void rejectsAndGoesOn() {
    var batch =
        Lines.read(
            "{'publication_year':2020}",
            "{'id':null,'publication_year':2020}",
            "{'id':'W1'}",
            "{'id':'W1','publication_year':null}",
            "{'id':'W1','publication_year':'2020'}",
            "{'id':'W1','publication_year':20200}",
            "{'id':'W1','publication_year':2020.0}",
            "{'id':'W1','publication_year':2020",
            "{'id':'W1','publication_year':2020,'authorships':{}}",
            "{'id':'W1','publication_year':2020,'authorships':[{'institutions':7}]}",
            Lines.authorships("{'institutions':[{'id':'Oxford','display_name':'Oxford'}]}"),
            "{'id':'W2','publication_year':2020}");
    assertThat(Lines.rejects(batch))
        .containsExactly(
            "1 id value-missing",
            "2 id value-missing",
            "3 publication_year year-invalid",
            "4 publication_year year-invalid",
            "5 publication_year year-invalid",
            "6 publication_year year-invalid",
            "7 publication_year year-invalid",
            "8 publication_year malformed-json",
            "9 authorships type-unexpected",
            "10 institutions type-unexpected",
            "11 institutions.id identifier-invalid");
    assertThat(batch.records()).isEqualTo(2);
    assertThat(Lines.contributions(batch, 0)).containsExactly("0:\"Oxford\"");
    assertThat(batch.id(1)).isEqualTo("W2");
    assertThat(batch.rejects().get(7).value()).contains("2020");
  }

  @Test
  void nothingOfARejectedLineStays() {
    var batch =
        Lines.read(
            Lines.authorships("{'institutions':[" + OXFORD + "],'raw_affiliation_string':'a'}")
                + "x");
    assertThat(batch.records()).isZero();
    assertThat(batch.organisations().size()).isZero();
    assertThat(batch.strings().size()).isZero();
    assertThat(Lines.rejects(batch)).hasSize(1);
  }

  private static String field(String members) {
    var batch = Lines.read(Lines.work(members));
    return batch.strings().get(batch.field(0));
  }
}
