document.body.append('review');
