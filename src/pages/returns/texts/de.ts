import type { LinkTexts } from './link-texts.ts';

export const de: LinkTexts = {
  language: 'Sprache',
  order: (number) => `Bestellung ${number}`,
  localTimes: 'Zeiten des Lieferortes.',
  utcTimes: 'Alle Zeiten in UTC.',
  error: 'Fehler',
  errorSummary: 'Es wurde noch nichts gespeichert. Bitte prüfen Sie:',
  faults: {
    choice_missing: 'Setzen Sie das Häkchen, um Ihre Wahl zu bestätigen.',
    choose_one: 'Wählen Sie eine der Möglichkeiten.',
    required: 'Bitte ausfüllen.',
    too_long: 'Dieser Text ist zu lang.',
    unstorable: 'Dieser Text enthält Zeichen, die sich nicht speichern lassen.',
    rma_form: 'Eine RMA-Nummer hat 1 bis 20 Zeichen: A–Z, a–z, 0–9, - und _.',
    rma_taken: 'Diese RMA-Nummer gehört schon zu einer anderen Rücksendung.',
    country_unknown: 'Wählen Sie ein Land aus der Liste.',
    postal_code_invalid: 'Diese Postleitzahl gibt es im gewählten Land nicht.',
    region_unknown: 'Diese Region gibt es im gewählten Land nicht.',
    no_return_address: 'Geben Sie eine Rücksendeadresse an.',
    unknown_return_address: 'Diese Adresse ist nicht mehr gespeichert. Wählen Sie eine andere.',
    label_missing: 'Wählen Sie die Datei mit Ihrem Etikett.',
    label_type: 'Diese Datei ist kein verwendbares PDF oder PNG.',
    label_too_large: 'Diese Datei ist größer als 2\u00a0MB.',
    reason_not_allowed: 'Dieser Grund ist bei dieser Rücksendung nicht möglich.',
    quantity_invalid: 'Geben Sie eine Zahl zwischen 0 und der erklärten Menge an.',
    nothing_chosen: 'Geben Sie mindestens einen Artikel an.',
    units_taken: 'Andere genehmigte Rücksendungen betreffen diese Artikel: Es sind nicht mehr genug übrig.',
    email_invalid: 'Geben Sie eine E-Mail-Adresse an, etwa name@beispiel.de.',
    refused: 'Das ist bei dieser Rücksendung nicht möglich.',
  },
  optional: 'freiwillig',
  choose: 'Bitte wählen',
  problems: {
    notFound: {
      title: 'Diese Seite gibt es nicht',
      sentence:
        'Vielleicht ist der Link unvollständig. Öffnen Sie ihn noch einmal aus der E-Mail, die Sie erhalten haben.',
    },
    expired: {
      title: 'Dieser Link ist abgelaufen',
      sentence:
        'Zu Ihrer Sicherheit gelten die Links in unseren E-Mails nur einige Tage. Es wurde nichts geändert. Bearbeiten Sie die Anfrage in Ihrem gewohnten Werkzeug, oder wenden Sie sich an den Shop.',
    },
    tooMany: {
      title: 'Einen Moment bitte',
      sentence: 'Diese Seite wurde sehr oft aufgerufen. Versuchen Sie es in einer Minute noch einmal.',
    },
    crossSite: {
      title: 'Es ist nichts geschehen',
      sentence:
        'Das Formular kam von einer anderen Website. Öffnen Sie den Link aus der E-Mail und verwenden Sie diese Seite.',
    },
    wrongType: {
      title: 'Es ist nichts geschehen',
      sentence:
        'Das Formular kam in keiner bekannten Form an. Öffnen Sie den Link aus der E-Mail noch einmal.',
    },
    malformed: {
      title: 'Es ist nichts geschehen',
      sentence:
        'Das Formular kam beschädigt an. Öffnen Sie den Link aus der E-Mail und versuchen Sie es noch einmal.',
    },
    tooLarge: {
      title: 'Das war zu groß',
      sentence:
        'Es ist nichts geschehen. Ein Etikett darf höchstens 2\u00a0MB haben: Gehen Sie zurück und wählen Sie eine kleinere Datei.',
    },
  },
  request: {
    heading: 'Die Rücksendeanfrage',
    by: 'Angefragt von',
    on: 'Angefragt am',
    reason: 'Grund',
    comment: 'Bemerkung',
    withdrawal: 'Widerruf (kein Grund nötig)',
    worthKnowing: 'Gut zu wissen',
    warnings: {
      duplicate_request: 'Für dieselben Artikel ist eine weitere Anfrage offen.',
      outside_return_window: 'Die Anfrage kam nach dem Ende Ihrer Rückgabefrist.',
      not_returnable: 'Einer der Artikel ist von der Rückgabe ausgeschlossen.',
      no_return_address: 'Für diesen Kanal ist keine Rücksendeadresse gespeichert.',
      withdrawal_late: 'Der Widerruf wurde nach der gesetzlichen Frist von 14 Tagen erklärt.',
      withdrawal_unconfirmed: 'Der Käufer hat den Widerruf noch nicht bestätigt.',
      cancelled_before_shipping:
        'Artikel, die noch nicht verschickt waren, sind storniert und kommen nicht zurück.',
    },
    keepItem: (cost, value) =>
      `Die Rücksendung würde ${cost} kosten, die Ware ist ${value} wert. Vielleicht ist es besser, alles zu erstatten und dem Käufer die Ware zu lassen: Schließen Sie die Anfrage dann mit diesem Grund.`,
    offerCredit: (cost, value) =>
      `Der Käufer würde etwa ${cost} Porto für Ware im Wert von ${value} zahlen. Vergewissern Sie sich, dass er das weiß, und bieten Sie ihm möglichst eine Gutschrift an.`,
  },
  authorize: {
    title: 'Rücksendung genehmigen',
    lead: 'Der Käufer erhält RMA-Nummer, Rücksendeadresse und Etikett per E-Mail. Über eine Erstattung entscheiden Sie getrennt.',
    rma: 'RMA-Nummer',
    rmaGenerated: 'Nummer von Navette',
    rmaOwn: 'Eigene Nummer',
    rmaField: 'Ihre RMA-Nummer',
    rmaHint: '1 bis 20 Zeichen: A–Z, 0–9, - und _',
    address: 'Rücksendeadresse',
    addressNew: 'Eine neue Adresse',
    fields: {
      name: 'Name oder Firma',
      line1: 'Straße und Hausnummer',
      line2: 'Adresszusatz',
      postalCode: 'Postleitzahl',
      city: 'Ort',
      region: 'Bundesland, Provinz oder Region',
      country: 'Land',
      phone: 'Telefon',
    },
    label: 'Rücksendeetikett',
    labelGenerated: 'Etikett von Navette',
    labelGeneratedHint: 'Nicht frankiert, mit Rücksendeadresse und RMA-Nummer.',
    labelUploaded: 'Eigenes Etikett',
    labelFile: 'Datei des Etiketts',
    labelHint: 'PDF oder PNG, höchstens 2\u00a0MB',
    choice: 'Ja, ich genehmige diese Rücksendung',
    button: 'Rücksendung genehmigen',
  },
  close: {
    title: 'Rücksendeanfrage schließen',
    lead: 'Der Käufer erhält den Grund und Ihre Nachricht. Erstatten und ihm schreiben können Sie weiterhin.',
    withdrawalLead:
      'Der Käufer hat den Vertrag widerrufen. Sie können diese Rücksendung nur schließen, wenn der Widerruf zu spät kam oder das Gesetz den Artikel ausnimmt.',
    reason: 'Grund für das Schließen',
    message: 'Nachricht an den Käufer',
    messageHint: 'Höchstens 1.000 Zeichen',
    button: 'Anfrage schließen',
  },
  reply: {
    title: 'Dem Käufer antworten',
    lead: 'Ihre Nachricht geht per E-Mail hinaus und gilt als Antwort auf die Anfrage. Die Anfrage selbst bleibt offen.',
    message: 'Ihre Nachricht',
    messageHint: 'Höchstens 4.000 Zeichen',
    choice: 'Ja, diese Nachricht an den Käufer senden',
    button: 'Nachricht senden',
  },
  cancel: {
    title: 'Rücksendung stornieren',
    lead: 'Sie behalten die Artikel, und der Shop erfährt davon. Später können Sie eine neue Anfrage stellen.',
    choice: 'Ja, ich ziehe meine Rücksendeanfrage zurück',
    button: 'Rücksendung stornieren',
  },
  confirm: {
    title: 'Widerruf bestätigen',
    lead: 'Sie haben erklärt, dass Sie den Vertrag widerrufen. Der Widerruf wird wirksam, wenn Sie ihn hier bestätigen.',
    points: [
      'Sie müssen keinen Grund nennen.',
      'Sie erhalten per E-Mail eine Eingangsbestätigung mit Datum und Uhrzeit.',
      'Senden Sie Erhaltenes binnen 14 Tagen zurück; was noch nicht verschickt ist, wird storniert.',
      'Sie bekommen Ihr Geld binnen 14 Tagen zurück, frühestens wenn die Ware eingetroffen oder ihr Versand nachgewiesen ist.',
    ],
    quantities: 'Betroffene Artikel',
    quantitiesHint: 'Tragen Sie 0 ein, wo Sie alles behalten.',
    quantityOf: (title, most) => `${title} (höchstens ${most})`,
    choice: 'Ja, ich widerrufe den Vertrag für diese Artikel',
    button: 'Widerruf bestätigen',
  },
  label: {
    title: 'Rücksendeetikett drucken',
    lead: 'So erkennt der Shop Ihr Paket sofort, wenn es ankommt:',
    stepsGenerated: [
      'Drucken Sie die Seite und schneiden Sie sie an der Linie durch.',
      'Legen Sie den oberen Teil, den Rücksendeschein, in das Paket.',
      'Kleben Sie den unteren Teil, das Etikett, außen auf.',
      'Geben Sie das Paket bei einem Paketdienst ab. Das Etikett ist nicht frankiert: Bewahren Sie den Einlieferungsbeleg auf.',
    ],
    stepsUploaded: [
      'Drucken Sie beide Dokumente.',
      'Legen Sie den Rücksendeschein in das Paket.',
      'Kleben Sie das Etikett des Shops außen auf.',
      'Geben Sie das Paket beim genannten Paketdienst ab und bewahren Sie den Einlieferungsbeleg auf.',
    ],
    download: 'Etikett herunterladen (PDF)',
    downloadSlip: 'Rücksendeschein herunterladen (PDF)',
    downloadUploaded: 'Etikett des Shops herunterladen',
  },
  offers: {
    heading: 'Was Sie tun können',
    authorize_return: 'Anfrage genehmigen',
    close_return: 'Anfrage schließen',
    reply_to_return: 'Dem Käufer antworten',
    cancel_return: 'Rücksendung stornieren',
    confirm_withdrawal: 'Widerruf bestätigen',
    print_return_label: 'Rücksendeetikett drucken',
  },
  done: {
    authorize_return: {
      title: 'Rücksendung genehmigt',
      sentence: 'Der Käufer erhält alles Nötige für die Rücksendung per E-Mail.',
    },
    close_return: {
      title: 'Anfrage geschlossen',
      sentence: 'Der Käufer erhält den Grund und Ihre Nachricht per E-Mail.',
    },
    reply_to_return: {
      title: 'Nachricht gesendet',
      sentence: 'Ihre Antwort ist gespeichert und auf dem Weg zum Käufer.',
    },
    cancel_return: {
      title: 'Rücksendung storniert',
      sentence: 'Der Shop ist benachrichtigt. Sie behalten die Artikel.',
    },
    confirm_withdrawal: {
      title: 'Widerruf bestätigt',
      sentence:
        'Sie erhalten per E-Mail eine Eingangsbestätigung mit Datum und Uhrzeit: Bitte bewahren Sie sie auf.',
    },
  },
  used: 'Dieser Link wurde schon verwendet und gilt nur einmal. Was Sie gerade gesendet haben, hat nichts geändert.',
  pending: {
    title: 'Das ist gespeichert',
    sentence:
      'Ihre Antwort wird gerade ausgeführt. Das dauert meist nur Sekunden: Sie müssen sie nicht noch einmal senden.',
  },
  reload: 'Nachsehen, wie weit es ist',
  failed: {
    title: 'Das ließ sich noch nicht abschließen',
    sentence:
      'Ihre Antwort ist gespeichert, aber eine technische Störung hat die Ausführung verhindert. Der Betreiber kann sie neu anstoßen.',
  },
  over: {
    seller: {
      authorized: {
        title: 'Diese Rücksendung ist schon genehmigt',
        sentence: 'Es gibt nichts mehr zu genehmigen.',
      },
      received: {
        title: 'Die Artikel sind schon eingetroffen',
        sentence: 'Sie lässt sich nicht mehr genehmigen oder schließen.',
      },
      completed: {
        title: 'Diese Rücksendung ist abgeschlossen',
        sentence: 'Es gibt nichts mehr zu entscheiden.',
      },
      closed_by_buyer: {
        title: 'Der Käufer hat diese Rücksendung storniert',
        sentence: 'Es gibt nichts mehr zu entscheiden.',
      },
      closed_by_seller: {
        title: 'Diese Anfrage ist schon geschlossen',
        sentence: 'Es gibt nichts mehr zu entscheiden.',
      },
      closed_by_system: { title: 'Automatisch geschlossen', sentence: 'Es gibt nichts mehr zu entscheiden.' },
      unconfirmed: {
        title: 'Widerruf noch nicht bestätigt',
        sentence:
          'Zuerst muss der Käufer den Widerruf bestätigen. Danach ist er von selbst genehmigt, wie es das Gesetz verlangt.',
      },
    },
    buyer: {
      authorized: {
        title: 'Der Shop hat diese Rücksendung schon genehmigt',
        sentence:
          'Hier lässt sie sich nicht mehr stornieren. Wenn Sie die Artikel behalten möchten, senden Sie nichts und sagen Sie dem Shop Bescheid.',
      },
      received: { title: 'Der Shop hat Ihre Artikel erhalten', sentence: 'Sie müssen nichts mehr tun.' },
      completed: { title: 'Diese Rücksendung ist abgeschlossen', sentence: 'Sie müssen nichts mehr tun.' },
      closed_by_buyer: {
        title: 'Sie haben diese Rücksendung storniert',
        sentence:
          'Bitte senden Sie nichts. Wenn Sie die Artikel doch zurückgeben möchten, stellen Sie eine neue Anfrage.',
      },
      closed_by_seller: {
        title: 'Der Shop hat diese Anfrage geschlossen',
        sentence: 'Bitte senden Sie nichts. Bei Fragen wenden Sie sich an den Shop.',
      },
      closed_by_system: {
        title: 'Diese Anfrage wurde geschlossen',
        sentence: 'Bitte senden Sie nichts. Bei Fragen wenden Sie sich an den Shop.',
      },
      confirmed: {
        title: 'Dieser Widerruf ist schon bestätigt',
        sentence: 'Sie müssen ihn nicht noch einmal bestätigen.',
      },
      not_authorized: {
        title: 'Noch kein Etikett',
        sentence: 'Der Shop prüft Ihre Anfrage. Das Etikett steht hier, sobald sie genehmigt ist.',
      },
      no_address: {
        title: 'Noch kein Etikett',
        sentence: 'Der Shop muss noch die Rücksendeadresse angeben. Bitte kommen Sie etwas später wieder.',
      },
    },
  },
  facts: {
    when: 'Datum',
    rma: 'RMA-Nummer',
    returnAddress: 'Rücksendeadresse',
    reason: 'Grund',
    message: 'Nachricht',
    refundBy: 'Erstattung spätestens',
    toSendBack: 'Zurückzusenden',
    cancelled: 'Storniert, wird nicht verschickt',
  },
};
